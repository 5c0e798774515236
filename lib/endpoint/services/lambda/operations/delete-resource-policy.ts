import type { DeleteResourcePolicyRequest } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { noSuchResource, preconditionFailed } from '../errors.ts';
import { findPolicyHolder } from '../function-policies.ts';
import type { LambdaParts } from '../parts.ts';
import { resolvePolicyTarget } from '../resource-policies.ts';

export function deleteResourcePolicy(
  parts: LambdaParts,
): Operation<Given<DeleteResourcePolicyRequest>, object> {
  const { repository } = parts;
  return (input, context) => {
    const target = resolvePolicyTarget(input.ResourceArn, context, 'DeleteResourcePolicy');
    return repository.transaction(() => {
      const holder = findPolicyHolder(repository, target);
      const statements = repository.policies.find(target.key, target.qualifier);
      if (!holder || statements.length === 0) throw noSuchResource();
      if (input.RevisionId !== undefined && input.RevisionId !== holder.revisionId)
        throw preconditionFailed('GetResourcePolicy');
      repository.policies.remove(target.key, target.qualifier);
      holder.renew();
      return {};
    });
  };
}
