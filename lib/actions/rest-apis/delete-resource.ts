'use server';

import { DeleteResourceCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { restResourceSchema } from '@/lib/forms/rest-resources';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Deletes a resource with its methods and all that stands below it. */
export async function deleteRestResourceAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: restResourceSchema,
      audit: 'api-resource.delete',
      operation: 'apigateway:DeleteResource',
      details: ({ resourceId }) => ({ resourceId }),
      run: async (client, { apiId, resourceId }) => {
        await client.send(new DeleteResourceCommand({ restApiId: apiId, resourceId }));
        return succeed(undefined);
      },
    },
    input,
  );
}
