'use server';

import { DeleteFunctionCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { deleteVersionSchema } from '@/lib/forms/versions';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes one published version. AWS refuses it while an alias points to it. */
export async function deleteVersionAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteVersionSchema,
      audit: 'function.version-delete',
      operation: 'lambda:DeleteFunction',
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ version }) => ({ version }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, version }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(new DeleteFunctionCommand({ FunctionName: functionName, Qualifier: version }));
        return succeed(undefined);
      },
    },
    input,
  );
}
