'use server';

import { DeleteApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { oneApiKeySchema } from '@/lib/forms/api-keys';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes an API key; whoever uses it is refused from then on. */
export async function deleteApiKeyAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: oneApiKeySchema,
      audit: 'api-key.delete',
      operation: 'apigateway:DeleteApiKey',
      place: ({ place }) => place,
      target: ({ id }) => id,
      revalidate: ({ place }) => [routes.apiKeys(place)],
      run: async ({ place, id }) => {
        const client = await (await awsFor(place)).apiGateway();
        await client.send(new DeleteApiKeyCommand({ apiKey: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}
