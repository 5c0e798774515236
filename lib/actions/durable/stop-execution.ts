'use server';

import { StopDurableExecutionCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { stopExecutionSchema, stopToInput } from '@/lib/forms/durable';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Stops a durable execution; it cannot go on afterwards. */
export async function stopExecutionAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: stopExecutionSchema,
      audit: 'function.execution-stop',
      operation: 'lambda:StopDurableExecution',
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ executionArn, error }) => ({ executionArn, errorType: error.type }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, executionArn, error }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(new StopDurableExecutionCommand(stopToInput(executionArn, error)));
        return succeed(undefined);
      },
    },
    input,
  );
}
