'use server';

import { DeleteFunctionUrlConfigCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { deleteFunctionUrlSchema } from '@/lib/forms/function-url';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes the URL of a function or an alias; a new one gets another address. Statements of the policy stay. */
export async function deleteFunctionUrlAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteFunctionUrlSchema,
      audit: 'function.url-delete',
      operation: 'lambda:DeleteFunctionUrlConfig',
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier }) => ({ ...(qualifier && { qualifier }) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(
          new DeleteFunctionUrlConfigCommand({ FunctionName: functionName, Qualifier: qualifier }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
