import type { SendDurableExecutionCallbackSuccessRequest } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { callbackNotFound } from '../durable-executions.ts';

export function sendDurableExecutionCallbackSuccess(): Operation<
  Given<SendDurableExecutionCallbackSuccessRequest>,
  never
> {
  return ({ CallbackId }) => {
    throw callbackNotFound(CallbackId);
  };
}
