'use server';

import {
  DeleteFunctionConcurrencyCommand,
  GetFunctionConcurrencyCommand,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { concurrencySchema } from '@/lib/forms/concurrency';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'lambda:PutFunctionConcurrency';

/**
 * Reserves concurrency, gives it back (null) or throttles (0). AWS has no revision for it: what is set now is
 * compared with what the form was filled from, and a difference is a `conflict` with the field `revision`.
 */
export async function updateConcurrencyAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: concurrencySchema,
      audit: 'function.concurrency-update',
      operation,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ before, after }) => ({ before, after }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, before, after }): Promise<ActionResult<undefined>> => {
        const { lambda } = await awsFor(place);
        const found = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: functionName }));
        const now = found.ReservedConcurrentExecutions ?? null;
        if (now !== before) {
          const words = now === null ? 'No concurrency is reserved now' : `${now} are reserved now`;
          const message = `${words}: it was changed since this page was read. Read the page again.`;
          return refuse(consoleError('conflict', message, { operation, field: 'revision' }));
        }
        if (after === null) {
          await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName: functionName }));
        } else {
          const request = { FunctionName: functionName, ReservedConcurrentExecutions: after };
          await lambda.send(new PutFunctionConcurrencyCommand(request));
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
