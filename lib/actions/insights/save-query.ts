'use server';

import { PutQueryDefinitionCommand } from '@aws-sdk/client-cloudwatch-logs';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { saveQuerySchema } from '@/lib/forms/insights';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Saves a query of Logs Insights for everyone in the account. */
export async function saveQueryAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(
    {
      role: 'developer',
      schema: saveQuerySchema,
      audit: 'insights-query.save',
      operation: 'logs:PutQueryDefinition',
      fields: { name: 'name', queryString: 'query' },
      place: ({ place }) => place,
      target: ({ name }) => name,
      revalidate: ({ place, functionName }) => [routes.monitorView(place, functionName, 'insights')],
      run: async ({ place, name, query }) => {
        const { logs } = await awsFor(place);
        const output = await logs.send(new PutQueryDefinitionCommand({ name, queryString: query }));
        return succeed({ id: output.queryDefinitionId ?? '' });
      },
    },
    input,
  );
}
