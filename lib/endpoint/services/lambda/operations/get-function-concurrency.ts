import type {
  GetFunctionConcurrencyCommandInput,
  GetFunctionConcurrencyResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

/** AWS answers an empty document when nothing is reserved. */
export function getFunctionConcurrency(
  parts: LambdaParts,
): Operation<GetFunctionConcurrencyCommandInput, GetFunctionConcurrencyResponse> {
  return (input, context) => {
    const target = resolveTarget({ FunctionName: input.FunctionName }, context, 'GetFunctionConcurrency');
    findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    const reserved = parts.concurrency.reservedOf(target.key);
    return reserved === undefined ? {} : { ReservedConcurrentExecutions: reserved };
  };
}
