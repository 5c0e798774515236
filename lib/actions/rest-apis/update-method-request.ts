'use server';

import { UpdateMethodCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { methodRequestPatch } from '@/lib/domain/rest-api/method-request';
import { updateMethodRequestSchema } from '@/lib/forms/rest-resources';
import { succeed } from '@/lib/shared/result';
import { changeRestApi, wirePatch } from './change-rest-api';

/** Changes who may call a method, and what its request must and may carry. */
export async function updateMethodRequestAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: updateMethodRequestSchema,
      audit: 'api-method.update',
      operation: 'apigateway:UpdateMethod',
      details: ({ resourceId, httpMethod, after }) => ({
        resourceId,
        httpMethod,
        authorizationType: after.authorizationType,
        apiKeyRequired: after.apiKeyRequired,
      }),
      run: async (client, { apiId, resourceId, httpMethod, before, after }) => {
        const patchOperations = wirePatch(methodRequestPatch(before, after));
        await client.send(
          new UpdateMethodCommand({ restApiId: apiId, resourceId, httpMethod, patchOperations }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
