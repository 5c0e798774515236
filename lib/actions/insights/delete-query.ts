'use server';

import { DeleteQueryDefinitionCommand } from '@aws-sdk/client-cloudwatch-logs';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { deleteQuerySchema } from '@/lib/forms/insights';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes a saved query of the account. */
export async function deleteQueryAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteQuerySchema,
      audit: 'insights-query.delete',
      operation: 'logs:DeleteQueryDefinition',
      place: ({ place }) => place,
      target: ({ name }) => name,
      revalidate: ({ place, functionName }) => [routes.monitorView(place, functionName, 'insights')],
      run: async ({ place, id }) => {
        const { logs } = await awsFor(place);
        await logs.send(new DeleteQueryDefinitionCommand({ queryDefinitionId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}
