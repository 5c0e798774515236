import type {
  ListFunctionUrlConfigsCommandInput,
  ListFunctionUrlConfigsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { resourceNotFound } from '../errors.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

/** Function URLs cannot be made yet, so every function has none. */
export function listFunctionUrlConfigs(
  parts: LambdaParts,
): Operation<ListFunctionUrlConfigsCommandInput, ListFunctionUrlConfigsResponse> {
  return (input, context) => {
    assertConstraints(shortPagingConstraints, input);
    const target = resolveTarget(input, context, 'ListFunctionUrlConfigs');
    if (!parts.repository.find(target.key)) throw resourceNotFound('Function does not exist');
    return { FunctionUrlConfigs: [] };
  };
}
