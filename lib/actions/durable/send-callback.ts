'use server';

import {
  SendDurableExecutionCallbackFailureCommand,
  SendDurableExecutionCallbackHeartbeatCommand,
  SendDurableExecutionCallbackSuccessCommand,
} from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { callbackMemberFields, callbackSchema, failureToInput } from '@/lib/forms/durable';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Answers a callback that an execution waits for, or says that its answer is still on the way. */
export async function sendCallbackAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: callbackSchema,
      audit: 'function.callback-send',
      operation: 'lambda:SendDurableExecutionCallback',
      fields: callbackMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      // What is answered may be confidential; the record says that it was.
      details: ({ callbackId, answer }) => ({ callbackId, answer: answer.kind }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, callbackId, answer }) => {
        const { lambda } = await awsFor(place);
        const CallbackId = callbackId;
        if (answer.kind === 'heartbeat') {
          await lambda.send(new SendDurableExecutionCallbackHeartbeatCommand({ CallbackId }));
        } else if (answer.kind === 'failure') {
          await lambda.send(
            new SendDurableExecutionCallbackFailureCommand(failureToInput(callbackId, answer.error)),
          );
        } else {
          const Result = Buffer.from(answer.result);
          await lambda.send(new SendDurableExecutionCallbackSuccessCommand({ CallbackId, Result }));
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
