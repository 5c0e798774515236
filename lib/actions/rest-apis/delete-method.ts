'use server';

import { DeleteMethodCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { restMethodSchema } from '@/lib/forms/rest-resources';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Deletes a method with its integration and responses. */
export async function deleteRestMethodAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: restMethodSchema,
      audit: 'api-method.delete',
      operation: 'apigateway:DeleteMethod',
      details: ({ resourceId, httpMethod }) => ({ resourceId, httpMethod }),
      run: async (client, { apiId, resourceId, httpMethod }) => {
        await client.send(new DeleteMethodCommand({ restApiId: apiId, resourceId, httpMethod }));
        return succeed(undefined);
      },
    },
    input,
  );
}
