import type {
  FunctionEventInvokeConfig,
  UpdateFunctionEventInvokeConfigRequest,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { writeEventInvokeConfig } from '../event-invoke-configs.ts';
import type { LambdaParts } from '../parts.ts';

export function updateFunctionEventInvokeConfig(
  parts: LambdaParts,
): Operation<UpdateFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig> {
  return (input, context) => writeEventInvokeConfig(parts, input, context, 'merge');
}
