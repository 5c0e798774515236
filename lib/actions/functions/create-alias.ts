'use server';

import { CreateAliasCommand } from '@aws-sdk/client-lambda';
import { aliasDetails } from '@/lib/actions/functions/alias-details';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { aliasMemberFields, aliasToInput, createAliasSchema } from '@/lib/forms/versions';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Creates an alias. `conflict` when there is one of this name. */
export async function createAliasAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: createAliasSchema,
      audit: 'function.alias-create',
      operation: 'lambda:CreateAlias',
      fields: aliasMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ name, changes }) => aliasDetails(name, changes),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, name, changes }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(
          new CreateAliasCommand({
            FunctionName: functionName,
            Name: name,
            FunctionVersion: changes.version,
            ...aliasToInput(changes),
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
