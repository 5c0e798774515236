import type {
  ListDurableExecutionsByFunctionRequest,
  ListDurableExecutionsByFunctionResponse,
} from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints, range } from '../rules/constraints.ts';

/** A function that is not durable has none. */
export function listDurableExecutionsByFunction(
  parts: LambdaParts,
): Operation<Given<ListDurableExecutionsByFunctionRequest>, ListDurableExecutionsByFunctionResponse> {
  return (input, context) => {
    assertConstraints(
      [{ path: 'maxItems', read: (given: typeof input) => given.MaxItems, check: range(0, 1000) }],
      input,
    );
    findFunctionOrThrow(parts.repository, resolveTarget(input, context, 'ListDurableExecutionsByFunction'));
    return { DurableExecutions: [] };
  };
}
