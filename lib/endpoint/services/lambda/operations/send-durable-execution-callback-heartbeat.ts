import type { SendDurableExecutionCallbackHeartbeatRequest } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { callbackNotFound } from '../durable-executions.ts';

export function sendDurableExecutionCallbackHeartbeat(): Operation<
  Given<SendDurableExecutionCallbackHeartbeatRequest>,
  never
> {
  return ({ CallbackId }) => {
    throw callbackNotFound(CallbackId);
  };
}
