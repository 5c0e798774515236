import type { PutResourcePolicyRequest, PutResourcePolicyResponse } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { policyLengthExceeded, preconditionFailed } from '../errors.ts';
import { findPolicyHolder, policyHolderMissing } from '../function-policies.ts';
import { functionArn } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { policyDocument } from '../policy-statements.ts';
import { readPolicy, resolvePolicyTarget } from '../resource-policies.ts';
import { policyBytesMax } from '../rules/limits.ts';

/** Replaces all that AddPermission gave. */
export function putResourcePolicy(
  parts: LambdaParts,
): Operation<Given<PutResourcePolicyRequest>, PutResourcePolicyResponse> {
  const { repository } = parts;
  return (input, context) => {
    const target = resolvePolicyTarget(input.ResourceArn, context, 'PutResourcePolicy');
    const bytes = Buffer.byteLength(input.Policy);
    if (bytes > policyBytesMax) throw policyLengthExceeded(bytes, policyBytesMax);
    const statements = readPolicy(input.Policy, functionArn(target.key, target.qualifier));
    return repository.transaction(() => {
      const holder = findPolicyHolder(repository, target);
      if (!holder) throw policyHolderMissing(target, repository.find(target.key) !== undefined);
      if (input.RevisionId !== undefined && input.RevisionId !== holder.revisionId)
        throw preconditionFailed('GetResourcePolicy');
      repository.policies.put(target.key, target.qualifier, statements);
      return { Policy: policyDocument(statements), RevisionId: holder.renew() };
    });
  };
}
