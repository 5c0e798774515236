import type { GetPolicyCommandInput, GetPolicyResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { noSuchResource } from '../errors.ts';
import { findPolicyHolder } from '../function-policies.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { policyDocument } from '../policy-statements.ts';

/** The same 404 whether the policy or what it would hang on is missing. */
export function getPolicy(parts: LambdaParts): Operation<GetPolicyCommandInput, GetPolicyResponse> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'GetPolicy');
    const statements = parts.repository.policies.find(target.key, target.qualifier);
    const holder = findPolicyHolder(parts.repository, target);
    if (!holder || statements.length === 0) throw noSuchResource();
    return { Policy: policyDocument(statements), RevisionId: holder.revisionId };
  };
}
