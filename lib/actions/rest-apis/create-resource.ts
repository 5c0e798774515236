'use server';

import { CreateResourceCommand, DeleteResourceCommand } from '@aws-sdk/client-api-gateway';
import { toConsoleError } from '@/lib/aws/errors';
import type { ActionResult } from '@/lib/domain/console-error';
import { corsDefaults } from '@/lib/domain/rest-api/cors';
import { createResourceSchema } from '@/lib/forms/rest-resources';
import { refuse, succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';
import { putPreflight } from './put-preflight';

/** Creates a resource below another one; with `cors` also its OPTIONS method. Half of it is taken back. */
export async function createRestResourceAction(
  input: unknown,
): Promise<ActionResult<{ readonly resourceId: string }>> {
  return changeRestApi(
    {
      schema: createResourceSchema,
      audit: 'api-resource.create',
      operation: 'apigateway:CreateResource',
      details: ({ pathPart, cors }, data) => ({ pathPart, cors, resourceId: data?.resourceId ?? null }),
      run: async (
        client,
        { apiId, parentId, pathPart, cors },
      ): Promise<ActionResult<{ readonly resourceId: string }>> => {
        const { id = '' } = await client.send(
          new CreateResourceCommand({ restApiId: apiId, parentId, pathPart }),
        );
        if (!cors) return succeed({ resourceId: id });
        try {
          const target = { restApiId: apiId, resourceId: id };
          await putPreflight(client, target, { ...corsDefaults, allowMethods: ['OPTIONS'] });
        } catch (cause) {
          await client
            .send(new DeleteResourceCommand({ restApiId: apiId, resourceId: id }))
            .catch(() => undefined);
          return refuse(toConsoleError(cause, { operation: 'apigateway:PutMethod' }));
        }
        return succeed({ resourceId: id });
      },
    },
    input,
  );
}
