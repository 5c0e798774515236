'use server';

import {
  DeleteMethodCommand,
  GetResourceCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { createMethodSchema } from '@/lib/forms/rest-resources';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';
import { methodSource, withFunctionPermission } from './let-api-in';
import { putIntegration } from './put-integration';

/** Creates a method with its integration, and for other types than proxies the response 200 on both sides. */
export async function createRestMethodAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: createMethodSchema,
      audit: 'api-method.create',
      operation: 'apigateway:PutMethod',
      details: ({ resourceId, httpMethod, integration, addPermission }) => ({
        resourceId,
        httpMethod,
        integration: integration.type,
        uri: integration.uri,
        addPermission,
      }),
      run: async (
        client,
        { place, apiId, resourceId, httpMethod, integration, addPermission, addResponse },
      ) => {
        const resource = { restApiId: apiId, resourceId };
        const target = { ...resource, httpMethod };
        const { path = '/' } = await client.send(new GetResourceCommand(resource));
        await client.send(new PutMethodCommand({ ...target, authorizationType: 'NONE' }));
        const connect = async () => {
          await putIntegration(client, target, integration);
          if (!addResponse) return;
          const statusCode = '200';
          await client.send(
            new PutMethodResponseCommand({
              ...target,
              statusCode,
              responseModels: { 'application/json': 'Empty' },
            }),
          );
          await client.send(new PutIntegrationResponseCommand({ ...target, statusCode }));
        };
        try {
          if (addPermission) {
            const source = `*/${methodSource(httpMethod, path)}`;
            await withFunctionPermission({ place, apiId, uri: integration.uri, source }, connect);
          } else {
            await connect();
          }
        } catch (error) {
          // Half a method would keep the whole API from being deployed.
          await client.send(new DeleteMethodCommand(target)).catch(() => undefined);
          throw error;
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
