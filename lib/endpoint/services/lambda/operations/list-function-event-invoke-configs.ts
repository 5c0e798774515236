import type {
  ListFunctionEventInvokeConfigsCommandInput,
  ListFunctionEventInvokeConfigsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { resourceNotFound } from '../errors.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

/** Settings of asynchronous calls cannot be made yet, so every function has none. */
export function listFunctionEventInvokeConfigs(
  parts: LambdaParts,
): Operation<ListFunctionEventInvokeConfigsCommandInput, ListFunctionEventInvokeConfigsResponse> {
  return (input, context) => {
    assertConstraints(shortPagingConstraints, input);
    const target = resolveTarget(input, context, 'ListFunctionEventInvokeConfigs');
    if (!parts.repository.find(target.key)) throw resourceNotFound("The function doesn't exist.");
    return { FunctionEventInvokeConfigs: [] };
  };
}
