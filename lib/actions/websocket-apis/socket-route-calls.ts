import 'server-only';
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
import {
  socketIntegrationInput,
  type saveSocketRouteSchema,
  type SocketRouteTexts,
} from '@/lib/forms/socket-route';
import type { SocketRoute } from '@/lib/queries/websocket-api';

/** What a save consists of, in the order in which it is sent. */
export const socketRouteParts = ['integration', 'route', 'responses'] as const;
export type SocketRoutePart = (typeof socketRouteParts)[number];

export type SocketRouteChange = z.output<typeof saveSocketRouteSchema>;

function routeInput({ values }: SocketRouteChange, integrationId: string) {
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
}: SocketRouteChange): Pick<CreateRouteCommandInput, 'ModelSelectionExpression' | 'RequestModels'> {
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
  { apiId, values }: SocketRouteChange,
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

/** Makes the integration, the route and what answers; answers with the route's id. `saved` gets what is there for good. */
export async function createSocketRoute(
  client: ApiGatewayV2Client,
  change: SocketRouteChange,
  saved: SocketRoutePart[],
): Promise<string> {
  const { apiId, place } = change;
  const { IntegrationId = '' } = await client.send(
    new CreateIntegrationCommand({ ApiId: apiId, ...socketIntegrationInput(change.values, place.region) }),
  );
  const { RouteId = '' } = await client
    .send(
      new CreateRouteCommand({
        ApiId: apiId,
        ...routeInput(change, IntegrationId),
        ...(change.values.model ? modelInput(change) : {}),
      }),
    )
    .catch(async (error: unknown) => {
      // Nothing else names it: the next try makes its own.
      await client.send(new DeleteIntegrationCommand({ ApiId: apiId, IntegrationId })).catch(() => undefined);
      throw error;
    });
  saved.push('integration', 'route');
  await keepResponses(client, change, { routeId: RouteId, integrationId: IntegrationId });
  return RouteId;
}

/** Sends what the form shows; what it does not show stays. `done` gets what AWS took. */
export async function updateSocketRoute(
  client: ApiGatewayV2Client,
  change: SocketRouteChange,
  routeId: string,
  saved: { readonly values: SocketRouteTexts; readonly route: SocketRoute },
  done: SocketRoutePart[],
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
  done.push('integration');
  await client.send(
    new UpdateRouteCommand({
      ApiId: apiId,
      RouteId: routeId,
      ...routeInput(change, id),
      // A route may have more models, and an integration more templates, than the form shows.
      ...(values.model === saved.values.model ? {} : modelInput(change)),
    }),
  );
  done.push('route');
  await keepResponses(client, change, { routeId, integrationId: id });
}
