'use server';

import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { allowSocketApi } from '@/lib/actions/websocket-apis/allow-socket-api';
import { partialSave } from '@/lib/actions/websocket-apis/partial-save';
import {
  createSocketRoute,
  updateSocketRoute,
  type SocketRoutePart,
} from '@/lib/actions/websocket-apis/socket-route-calls';
import { awsFor } from '@/lib/aws/clients';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { saveSocketRouteSchema, socketRouteFields } from '@/lib/forms/socket-route';
import { getSocketRouteBasis } from '@/lib/queries/socket-route';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

/** Creates or changes a route with its integration and its responses; answers with the route's id. */
export async function saveSocketRouteAction(input: unknown): Promise<ActionResult<{ routeId: string }>> {
  const operation = 'apigateway:UpdateRoute';
  return runAction(
    {
      role: 'developer',
      schema: saveSocketRouteSchema,
      audit: 'api-route.update',
      operation,
      fields: socketRouteFields,
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: ({ values, routeId }) => ({
        route: values.key,
        created: routeId === undefined,
        integration: values.type,
        authorization: values.authorization,
        twoWay: values.twoWay === 'on',
      }),
      revalidate: ({ place, apiId }) => [routes.webSocketApi(place, apiId, 'routes')],
      run: async (change): Promise<ActionResult<{ routeId: string }>> => {
        const { place, apiId, values } = change;
        const aws = await awsFor(place);
        const client = await aws.apiGatewayV2();
        let { routeId } = change;
        const saved: SocketRoutePart[] = [];
        try {
          if (routeId === undefined) routeId = await createSocketRoute(client, change, saved);
          else {
            const now = await getSocketRouteBasis(place, apiId, routeId);
            if (!now.ok) return now;
            if (!now.data) {
              const message = 'This route is gone. Somebody deleted it since the page was read.';
              return refuse(consoleError('not-found', message, { operation }));
            }
            const problem = changedMeanwhile(change.revisionId, { ok: true, data: now.data }, operation);
            if (problem) return refuse(problem);
            await updateSocketRoute(client, change, routeId, now.data, saved);
          }
        } catch (cause) {
          return refuse(partialSave(cause, saved, operation));
        }
        if (values.type === 'AWS_PROXY' && values.addPermission === 'on') {
          const refused = await allowSocketApi(aws, {
            apiId,
            routeKey: values.key,
            functionArn: values.functionArn,
          });
          if (refused) return refuse(refused);
        }
        return succeed({ routeId });
      },
    },
    input,
  );
}
