import type { GetFunctionUrlConfigCommandInput, GetFunctionUrlConfigResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findUrlOrThrow, resolveUrlTarget, toUrlConfig } from '../function-urls.ts';
import type { LambdaParts } from '../parts.ts';

export function getFunctionUrlConfig(
  parts: LambdaParts,
): Operation<GetFunctionUrlConfigCommandInput, GetFunctionUrlConfigResponse> {
  return (input, context) => {
    const target = resolveUrlTarget(input, context, 'GetFunctionUrlConfig');
    return toUrlConfig(findUrlOrThrow(parts, target), context.baseUrl);
  };
}
