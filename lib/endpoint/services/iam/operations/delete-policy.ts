import type { DeletePolicyRequest } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { deleteConflict, noSuchEntity } from '../errors.ts';
import { findPolicyOrThrow } from '../policies.ts';
import type { IamParts } from '../parts.ts';

export function deletePolicy({ repository }: IamParts): Operation<Given<DeletePolicyRequest>, object> {
  return (input, { accountId }) => {
    repository.transaction(() => {
      const policy = findPolicyOrThrow(repository, accountId, input.PolicyArn);
      if (policy.isManagedByAws)
        throw noSuchEntity(`Policy ${policy.arn} is managed by AWS and cannot be deleted.`);
      if (repository.countAttachments(accountId).has(policy.arn)) {
        throw deleteConflict('Cannot delete a policy attached to entities.');
      }
      repository.deletePolicy(accountId, policy.name);
    });
    return {};
  };
}
