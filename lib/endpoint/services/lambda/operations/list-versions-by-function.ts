import type {
  ListVersionsByFunctionCommandInput,
  ListVersionsByFunctionResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { toListedConfiguration } from '../configuration.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';

/** Versions cannot be published yet, so `$LATEST` is all there is. */
export function listVersionsByFunction(
  parts: LambdaParts,
): Operation<ListVersionsByFunctionCommandInput, ListVersionsByFunctionResponse> {
  return (input, context) => {
    assertConstraints(pagingConstraints, input);
    const target = resolveTarget(input, context, 'ListVersionsByFunction');
    const record = findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    return { Versions: [toListedConfiguration(record, '$LATEST')] };
  };
}
