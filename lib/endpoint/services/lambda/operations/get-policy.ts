import type { GetPolicyCommandInput, GetPolicyResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { noSuchResource } from '../errors.ts';
import { resolveTarget } from '../names.ts';

/** Permissions cannot be added yet, so no function has a policy. */
export function getPolicy(): Operation<GetPolicyCommandInput, GetPolicyResponse> {
  return (input, context) => {
    resolveTarget(input, context, 'GetPolicy');
    throw noSuchResource();
  };
}
