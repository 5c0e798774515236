'use server';

import {
  CreateRouteCommand,
  DeleteIntegrationCommand,
  UpdateRouteCommand,
} from '@aws-sdk/client-apigatewayv2';
import type { ActionResult } from '@/lib/domain/console-error';
import { routeSource } from '@/lib/domain/http-api/route-source';
import { routeKeyOf, routeToInput, saveRouteSchema } from '@/lib/forms/http-api';
import { succeed } from '@/lib/shared/result';
import { changeHttpApi } from './change-http-api';
import { putIntegration } from './put-integration';

const fields = { routeKey: 'path', target: 'integration', authorizerId: 'authorization' };

/** Creates or changes a route, and the integration that it is to have. Nothing is left behind when it is refused. */
export async function saveRouteAction(input: unknown): Promise<ActionResult<{ readonly routeId: string }>> {
  return changeHttpApi(
    {
      schema: saveRouteSchema,
      audit: 'api-route.update',
      operation: 'apigateway:CreateRoute',
      fields,
      details: ({ values, newIntegration }) => ({
        routeKey: routeKeyOf(values),
        authorization: values.authorization,
        integration: newIntegration?.kind ?? values.integration,
      }),
      run: async (client, { place, apiId, routeId, values, newIntegration }) => {
        const put = async (integrationId: string | undefined) => {
          const wire = { ApiId: apiId, ...routeToInput(values, integrationId) };
          const { Target, ...untargeted } = wire;
          const { RouteId = '' } =
            routeId === undefined
              ? await client.send(new CreateRouteCommand(integrationId === undefined ? untargeted : wire))
              : await client.send(
                  new UpdateRouteCommand({ ...untargeted, ...(Target && { Target }), RouteId: routeId }),
                );
          return RouteId;
        };
        if (!newIntegration) {
          const known = values.integration === 'none' ? undefined : values.integration;
          return succeed({ routeId: await put(known) });
        }
        let saved = '';
        await putIntegration(
          client,
          {
            place,
            apiId,
            integrationId: undefined,
            fields: newIntegration,
            source: routeSource(values.method, values.path),
          },
          async (integrationId) => {
            try {
              saved = await put(integrationId);
            } catch (error) {
              await client
                .send(new DeleteIntegrationCommand({ ApiId: apiId, IntegrationId: integrationId }))
                .catch(() => undefined);
              throw error;
            }
          },
        );
        return succeed({ routeId: saved });
      },
    },
    input,
  );
}
