import type { DeleteFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { configNotFound } from '../event-invoke-configs.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

export function deleteFunctionEventInvokeConfig(
  parts: LambdaParts,
): Operation<DeleteFunctionEventInvokeConfigRequest, object> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'DeleteFunctionEventInvokeConfig');
    const isGone = parts.repository.events.removeConfig(target.key, target.qualifier ?? '$LATEST');
    if (!isGone) throw configNotFound(target);
    return {};
  };
}
