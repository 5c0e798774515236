'use server';

import { DeleteIntegrationCommand, DeleteRouteCommand } from '@aws-sdk/client-apigatewayv2';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { oneSocketRouteSchema } from '@/lib/forms/socket-route';
import { listSocketRoutes } from '@/lib/queries/websocket-api';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes a route, and its integration when no other route has it. */
export async function deleteSocketRouteAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: oneSocketRouteSchema,
      audit: 'api-route.delete',
      operation: 'apigateway:DeleteRoute',
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: ({ routeId }) => ({ route: routeId }),
      revalidate: ({ place, apiId }) => [routes.webSocketApi(place, apiId, 'routes')],
      run: async ({ place, apiId, routeId, integrationId }) => {
        const client = await (await awsFor(place)).apiGatewayV2();
        await client.send(new DeleteRouteCommand({ ApiId: apiId, RouteId: routeId }));
        const left = await listSocketRoutes(place, apiId);
        const isShared = !left.ok || left.data.some(({ integration }) => integration?.id === integrationId);
        if (integrationId !== undefined && !isShared)
          await client.send(new DeleteIntegrationCommand({ ApiId: apiId, IntegrationId: integrationId }));
        return succeed(undefined);
      },
    },
    input,
  );
}
