'use server';

import { CreateApiKeyCommand, UpdateApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  apiKeyMemberFields,
  apiKeyPatch,
  apiKeyToInput,
  createApiKeySchema,
  updateApiKeySchema,
} from '@/lib/forms/api-keys';
import { getApiKeyBasis } from '@/lib/queries/api-keys';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

/** Creates an API key; answers with its id. The value, typed or made by AWS, is not handed back. */
export async function createApiKeyAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(
    {
      role: 'developer',
      schema: createApiKeySchema,
      audit: 'api-key.create',
      operation: 'apigateway:CreateApiKey',
      fields: apiKeyMemberFields,
      place: ({ place }) => place,
      target: ({ values }) => values.name,
      details: ({ values }, data) => ({
        enabled: values.enabled === 'on',
        typedValue: values.value !== '',
        ...(data && { id: data.id }),
      }),
      revalidate: ({ place }) => [routes.apiKeys(place)],
      run: async ({ place, values }) => {
        const client = await (await awsFor(place)).apiGateway();
        const { id = '' } = await client.send(new CreateApiKeyCommand(apiKeyToInput(values)));
        return succeed({ id });
      },
    },
    input,
  );
}

/** Changes what differs. `conflict` when someone else changed the key since the form was filled. */
export async function updateApiKeyAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'apigateway:UpdateApiKey';
  return runAction(
    {
      role: 'developer',
      schema: updateApiKeySchema,
      audit: 'api-key.update',
      operation,
      fields: apiKeyMemberFields,
      place: ({ place }) => place,
      target: ({ id }) => id,
      details: ({ values }) => ({ name: values.name, enabled: values.enabled === 'on' }),
      revalidate: ({ place, id }) => [routes.apiKeys(place), routes.apiKeys(place, id)],
      run: async ({ place, id, values, revisionId }): Promise<ActionResult<undefined>> => {
        const now = await getApiKeyBasis(place, id);
        const problem = changedMeanwhile(revisionId, now, operation);
        if (problem) return refuse(problem);
        if (!now.ok) return now;
        const client = await (await awsFor(place)).apiGateway();
        const patchOperations = apiKeyPatch(now.data.values, values);
        await client.send(new UpdateApiKeyCommand({ apiKey: id, patchOperations }));
        return succeed(undefined);
      },
    },
    input,
  );
}
