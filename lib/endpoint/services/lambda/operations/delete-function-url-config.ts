import type { DeleteFunctionUrlConfigCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findUrlOrThrow, resolveUrlTarget } from '../function-urls.ts';
import type { LambdaParts } from '../parts.ts';

/** Statements of the policy that were meant for the URL stay [rec]. */
export function deleteFunctionUrlConfig(
  parts: LambdaParts,
): Operation<DeleteFunctionUrlConfigCommandInput, object> {
  return (input, context) => {
    const target = resolveUrlTarget(input, context, 'DeleteFunctionUrlConfig');
    parts.repository.urls.remove(findUrlOrThrow(parts, target));
    return {};
  };
}
