import type { SendDurableExecutionCallbackFailureRequest } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { callbackNotFound } from '../durable-executions.ts';

export function sendDurableExecutionCallbackFailure(): Operation<
  Given<SendDurableExecutionCallbackFailureRequest>,
  never
> {
  return ({ CallbackId }) => {
    throw callbackNotFound(CallbackId);
  };
}
