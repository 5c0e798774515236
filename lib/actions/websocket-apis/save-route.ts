'use server';

import {
  CreateIntegrationCommand,
  CreateIntegrationResponseCommand,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  DeleteIntegrationCommand,
  DeleteRouteResponseCommand,
  GetIntegrationResponsesCommand,
  GetRouteResponsesCommand,
  UpdateIntegrationCommand,
  UpdateRouteCommand,
  type ApiGatewayV2Client,
  type CreateRouteCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import type * as z from 'zod';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { allowSocketApi } from '@/lib/actions/websocket-apis/allow-socket-api';
import { awsFor } from '@/lib/aws/clients';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import {
  saveSocketRouteSchema,
  socketIntegrationInput,
  socketRouteFields,
  type SocketRouteTexts,
} from '@/lib/forms/socket-route';
import { getSocketRouteBasis } from '@/lib/queries/socket-route';
import type { SocketRoute } from '@/lib/queries/websocket-api';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

type Change = z.output<typeof saveSocketRouteSchema>;

function routeInput({ values }: Change, integrationId: string) {
  const isConnect = values.key === '$connect';
  return {
    RouteKey: values.key,
    Target: `integrations/${integrationId}`,
    AuthorizationType: isConnect ? values.authorization : 'NONE',
    ...(isConnect && values.authorization === 'CUSTOM' ? { AuthorizerId: values.authorizerId } : {}),
    ApiKeyRequired: isConnect && values.keyRequired === 'on',
    // AWS takes no other value, and none that is empty: without a route response it has no effect.
    ...(values.twoWay ? { RouteResponseSelectionExpression: '$default' } : {}),
  } as const;
}

/** The model that messages are held against; an empty one takes it away. */
function modelInput({
  values,
}: Change): Pick<CreateRouteCommandInput, 'ModelSelectionExpression' | 'RequestModels'> {
  return values.model
    ? {
        ModelSelectionExpression: values.modelSelection.trim() || '$default',
        RequestModels: { $default: values.model },
      }
    : { RequestModels: {} };
}

/** Two-way routes answer by a route response; back ends that are no proxies need an integration response, too. */
async function keepResponses(
  client: ApiGatewayV2Client,
  { apiId, values }: Change,
  ids: { routeId: string; integrationId: string },
): Promise<void> {
  const route = { ApiId: apiId, RouteId: ids.routeId };
  const { Items: responses = [] } = await client.send(new GetRouteResponsesCommand(route));
  if (!values.twoWay) {
    for (const { RouteResponseId } of responses)
      await client.send(new DeleteRouteResponseCommand({ ...route, RouteResponseId }));
    return;
  }
  if (responses.length === 0)
    await client.send(new CreateRouteResponseCommand({ ...route, RouteResponseKey: '$default' }));
  if (values.type === 'AWS_PROXY' || values.type === 'HTTP_PROXY') return;
  const integration = { ApiId: apiId, IntegrationId: ids.integrationId };
  const { Items: answers = [] } = await client.send(new GetIntegrationResponsesCommand(integration));
  if (answers.length === 0)
    await client.send(
      new CreateIntegrationResponseCommand({ ...integration, IntegrationResponseKey: '$default' }),
    );
}

async function create(client: ApiGatewayV2Client, change: Change): Promise<string> {
  const { apiId, place } = change;
  const { IntegrationId = '' } = await client.send(
    new CreateIntegrationCommand({ ApiId: apiId, ...socketIntegrationInput(change.values, place.region) }),
  );
  try {
    const { RouteId = '' } = await client.send(
      new CreateRouteCommand({
        ApiId: apiId,
        ...routeInput(change, IntegrationId),
        ...(change.values.model ? modelInput(change) : {}),
      }),
    );
    await keepResponses(client, change, { routeId: RouteId, integrationId: IntegrationId });
    return RouteId;
  } catch (error) {
    // Nothing else names it: the next try makes its own.
    await client.send(new DeleteIntegrationCommand({ ApiId: apiId, IntegrationId })).catch(() => undefined);
    throw error;
  }
}

async function update(
  client: ApiGatewayV2Client,
  change: Change,
  routeId: string,
  saved: { readonly values: SocketRouteTexts; readonly route: SocketRoute },
): Promise<void> {
  const { apiId, place, values } = change;
  const integrationId = saved.route.integration?.id;
  const { RequestTemplates = {}, ...plain } = socketIntegrationInput(values, place.region);
  const isSameTemplate =
    values.template === saved.values.template &&
    values.templateSelection === saved.values.templateSelection &&
    values.type === saved.values.type;
  const input = { ApiId: apiId, ...plain, ...(isSameTemplate ? {} : { RequestTemplates }) };
  const id = integrationId ?? (await client.send(new CreateIntegrationCommand(input))).IntegrationId ?? '';
  if (integrationId !== undefined)
    await client.send(new UpdateIntegrationCommand({ ...input, IntegrationId: id }));
  await client.send(
    new UpdateRouteCommand({
      ApiId: apiId,
      RouteId: routeId,
      ...routeInput(change, id),
      // A route may have more models, and an integration more templates, than the form shows.
      ...(values.model === saved.values.model ? {} : modelInput(change)),
    }),
  );
  await keepResponses(client, change, { routeId, integrationId: id });
}

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
        if (routeId === undefined) routeId = await create(client, change);
        else {
          const now = await getSocketRouteBasis(place, apiId, routeId);
          if (!now.ok) return now;
          if (!now.data) {
            const message = 'This route is gone. Somebody deleted it since the page was read.';
            return refuse(consoleError('not-found', message, { operation }));
          }
          const problem = changedMeanwhile(change.revisionId, { ok: true, data: now.data }, operation);
          if (problem) return refuse(problem);
          await update(client, change, routeId, now.data);
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
