import type {
  GetFunctionEventInvokeConfigCommandInput,
  FunctionEventInvokeConfig,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { configNotFound, toEventInvokeConfig } from '../event-invoke-configs.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

export function getFunctionEventInvokeConfig(
  parts: LambdaParts,
): Operation<GetFunctionEventInvokeConfigCommandInput, FunctionEventInvokeConfig> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'GetFunctionEventInvokeConfig');
    const config = parts.repository.events.findConfig(target.key, target.qualifier ?? '$LATEST');
    if (!config) throw configNotFound(target);
    return toEventInvokeConfig(config);
  };
}
