'use server';

import { DeleteIntegrationResponseCommand, DeleteMethodResponseCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { deleteResponseSchema } from '@/lib/forms/rest-resources';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Deletes a response of an integration or of a method. */
export async function deleteRestResponseAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: deleteResponseSchema,
      audit: 'api-method.update',
      operation: 'apigateway:DeleteMethodResponse',
      details: ({ resourceId, httpMethod, statusCode, side }) => ({
        resourceId,
        httpMethod,
        statusCode,
        deleted: side,
      }),
      run: async (client, { apiId, resourceId, httpMethod, statusCode, side }) => {
        const target = { restApiId: apiId, resourceId, httpMethod, statusCode };
        if (side === 'integration') await client.send(new DeleteIntegrationResponseCommand(target));
        else await client.send(new DeleteMethodResponseCommand(target));
        return succeed(undefined);
      },
    },
    input,
  );
}
