import type {
  GetFunctionConcurrencyCommandInput,
  GetFunctionConcurrencyResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

/** Concurrency cannot be reserved yet; AWS answers an empty document when none is. */
export function getFunctionConcurrency(
  parts: LambdaParts,
): Operation<GetFunctionConcurrencyCommandInput, GetFunctionConcurrencyResponse> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'GetFunctionConcurrency');
    findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    return {};
  };
}
