import type { DeleteFunctionConcurrencyCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { assertUnqualified, findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

export function deleteFunctionConcurrency(
  parts: LambdaParts,
): Operation<DeleteFunctionConcurrencyCommandInput, object> {
  return (input, context) => {
    const target = resolveTarget({ FunctionName: input.FunctionName }, context, 'DeleteFunctionConcurrency');
    assertUnqualified(target);
    findFunctionOrThrow(parts.repository, target);
    parts.concurrency.unreserve(target.key);
    return {};
  };
}
