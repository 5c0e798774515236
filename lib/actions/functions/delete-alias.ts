'use server';

import { DeleteAliasCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { deleteAliasSchema } from '@/lib/forms/versions';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes an alias; the versions it pointed to stay. */
export async function deleteAliasAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteAliasSchema,
      audit: 'function.alias-delete',
      operation: 'lambda:DeleteAlias',
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ name }) => ({ alias: name }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, name }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(new DeleteAliasCommand({ FunctionName: functionName, Name: name }));
        return succeed(undefined);
      },
    },
    input,
  );
}
