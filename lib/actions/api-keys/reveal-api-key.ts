'use server';

import { GetApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { oneApiKeySchema } from '@/lib/forms/api-keys';
import { succeed } from '@/lib/shared/result';

/** Hands the value of an API key to a developer who asked for it; the audit log says which. */
export async function revealApiKeyAction(input: unknown): Promise<ActionResult<string>> {
  return runAction(
    {
      role: 'developer',
      schema: oneApiKeySchema,
      audit: 'api-key.read',
      operation: 'apigateway:GetApiKey',
      place: ({ place }) => place,
      target: ({ id }) => id,
      run: async ({ place, id }) => {
        const client = await (await awsFor(place)).apiGateway();
        const { value = '' } = await client.send(new GetApiKeyCommand({ apiKey: id, includeValue: true }));
        return succeed(value);
      },
    },
    input,
  );
}
