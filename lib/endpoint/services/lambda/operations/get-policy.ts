import type { GetPolicyCommandInput, GetPolicyResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { noSuchResource } from '../errors.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { findPolicyHolder } from '../function-policies.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { policyDocument } from '../policy-statements.ts';

/** A missing version or alias gets the 404 of a missing policy; a missing function has its own [rec]. */
export function getPolicy(parts: LambdaParts): Operation<GetPolicyCommandInput, GetPolicyResponse> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'GetPolicy');
    findFunctionOrThrow(parts.repository, { key: target.key, qualifier: undefined });
    const statements = parts.repository.policies.find(target.key, target.qualifier);
    const holder = findPolicyHolder(parts.repository, target);
    if (!holder || statements.length === 0) throw noSuchResource();
    return { Policy: policyDocument(statements), RevisionId: holder.revisionId };
  };
}
