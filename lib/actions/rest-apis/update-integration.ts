'use server';

import { GetResourceCommand, UpdateIntegrationCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { integrationPatch, needsPut } from '@/lib/domain/rest-api/integration';
import { updateIntegrationSchema } from '@/lib/forms/rest-resources';
import { succeed } from '@/lib/shared/result';
import { changeRestApi, wirePatch } from './change-rest-api';
import { methodSource, withFunctionPermission } from './let-api-in';
import { putIntegration } from './put-integration';

/** Changes what a method calls, and how. Another type is put anew: its responses go, as the form says. */
export async function updateRestIntegrationAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: updateIntegrationSchema,
      audit: 'api-integration.update',
      operation: 'apigateway:UpdateIntegration',
      details: ({ resourceId, httpMethod, after, addPermission }) => ({
        resourceId,
        httpMethod,
        type: after.type,
        uri: after.uri,
        addPermission,
      }),
      run: async (client, { place, apiId, resourceId, httpMethod, before, after, addPermission }) => {
        const target = { restApiId: apiId, resourceId, httpMethod };
        const send = async () => {
          if (before === null || needsPut(before, after)) {
            await putIntegration(client, target, after);
            return;
          }
          const patchOperations = wirePatch(integrationPatch(before, after));
          await client.send(new UpdateIntegrationCommand({ ...target, patchOperations }));
        };
        if (!addPermission) {
          await send();
          return succeed(undefined);
        }
        const { path = '/' } = await client.send(new GetResourceCommand({ restApiId: apiId, resourceId }));
        const source = `*/${methodSource(httpMethod, path)}`;
        await withFunctionPermission({ place, apiId, uri: after.uri, source }, send);
        return succeed(undefined);
      },
    },
    input,
  );
}
