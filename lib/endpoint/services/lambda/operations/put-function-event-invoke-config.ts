import type { FunctionEventInvokeConfig, PutFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { writeEventInvokeConfig } from '../event-invoke-configs.ts';
import type { LambdaParts } from '../parts.ts';

export function putFunctionEventInvokeConfig(
  parts: LambdaParts,
): Operation<PutFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig> {
  return (input, context) => writeEventInvokeConfig(parts, input, context, 'replace');
}
