'use server';

import { DeleteFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { removeAsyncSchema } from '@/lib/forms/async-invocation';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Goes back to AWS's defaults for asynchronous invocation, without destinations. */
export async function removeAsyncInvocationAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: removeAsyncSchema,
      audit: 'function.async-remove',
      operation: 'lambda:DeleteFunctionEventInvokeConfig',
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier }) => ({ ...(qualifier && { qualifier }) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(
          new DeleteFunctionEventInvokeConfigCommand({ FunctionName: functionName, Qualifier: qualifier }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
