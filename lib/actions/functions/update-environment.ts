'use server';

import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import {
  updateConfiguration,
  updateConfigurationOperation,
  type UpdatedConfiguration,
} from '@/lib/actions/functions/update-configuration';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { environmentMemberFields, environmentSchema, environmentToInput } from '@/lib/forms/environment';
import { routes } from '@/lib/routes';

/**
 * Saves all environment variables. Rows that say `keep` get the value AWS holds: it never was in the browser.
 * `conflict` when someone else changed the function meanwhile, so that a kept value is the one that was meant.
 */
export async function updateEnvironmentAction(input: unknown): Promise<ActionResult<UpdatedConfiguration>> {
  return runAction(
    {
      role: 'developer',
      schema: environmentSchema,
      audit: 'function.environment-update',
      operation: updateConfigurationOperation,
      fields: environmentMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ rows }) => ({
        keys: rows.map((row) => row.key),
        changedKeys: rows
          .filter((row) => !('keep' in row) || row.key !== row.previousKey)
          .map((row) => row.key),
      }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, rows, revisionId }) => {
        const { lambda } = await awsFor(place);
        const current = await lambda.send(
          new GetFunctionConfigurationCommand({ FunctionName: functionName }),
        );
        return updateConfiguration(
          place,
          environmentToInput(functionName, rows, current.Environment?.Variables ?? {}, revisionId),
        );
      },
    },
    input,
  );
}
