import type { AttachRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { limitExceeded, noSuchEntity } from '../errors.ts';
import { findPolicy } from '../policies.ts';
import { findRoleOrThrow } from '../roles.ts';
import type { IamParts } from '../parts.ts';

const attachmentsMax = 10;

export function attachRolePolicy({
  repository,
}: IamParts): Operation<Given<AttachRolePolicyRequest>, object> {
  return (input, { accountId }) => {
    repository.transaction(() => {
      const { name } = findRoleOrThrow(repository, accountId, input.RoleName);
      if (!findPolicy(repository, accountId, input.PolicyArn)) {
        throw noSuchEntity(`Policy ${input.PolicyArn} does not exist or is not attachable.`);
      }
      const attached = repository.listAttachments(accountId, name);
      if (!attached.includes(input.PolicyArn) && attached.length >= attachmentsMax) {
        throw limitExceeded(`Cannot exceed quota for PoliciesPerRole: ${attachmentsMax}`);
      }
      repository.attachPolicy(accountId, name, input.PolicyArn);
    });
    return {};
  };
}
