import type { GetResourcePolicyRequest, GetResourcePolicyResponse } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { noSuchResource } from '../errors.ts';
import { findPolicyHolder } from '../function-policies.ts';
import type { LambdaParts } from '../parts.ts';
import { policyDocument } from '../policy-statements.ts';
import { resolvePolicyTarget } from '../resource-policies.ts';

/** As GetPolicy does: the same 404 whether the policy or its function is missing. */
export function getResourcePolicy(
  parts: LambdaParts,
): Operation<Given<GetResourcePolicyRequest>, GetResourcePolicyResponse> {
  const { repository } = parts;
  return (input, context) => {
    const target = resolvePolicyTarget(input.ResourceArn, context, 'GetResourcePolicy');
    const statements = repository.policies.find(target.key, target.qualifier);
    const holder = findPolicyHolder(repository, target);
    if (!holder || statements.length === 0) throw noSuchResource();
    return { Policy: policyDocument(statements), RevisionId: holder.revisionId };
  };
}
