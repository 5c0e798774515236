'use server';

import { UpdateAliasCommand } from '@aws-sdk/client-lambda';
import { aliasDetails } from '@/lib/actions/functions/alias-details';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { aliasMemberFields, aliasToInput, updateAliasSchema } from '@/lib/forms/versions';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Changes where an alias points or how it is described. `conflict` when someone else changed it meanwhile. */
export async function updateAliasAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: updateAliasSchema,
      audit: 'function.alias-update',
      operation: 'lambda:UpdateAlias',
      fields: aliasMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ name, changes }) => aliasDetails(name, changes),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, name, revisionId, changes }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(
          new UpdateAliasCommand({
            FunctionName: functionName,
            Name: name,
            ...(revisionId !== undefined && { RevisionId: revisionId }),
            ...aliasToInput(changes),
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
