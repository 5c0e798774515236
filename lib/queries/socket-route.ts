import 'server-only';
import { GetAuthorizersCommand, GetModelsCommand } from '@aws-sdk/client-apigatewayv2';
import type { Basis } from '@/lib/domain/basis';
import type { ConsoleError } from '@/lib/domain/console-error';
import { newSocketRoute, type SocketRouteTexts } from '@/lib/forms/socket-route';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import { isTwoWayRoute, listSocketRoutes, type SocketRoute } from '@/lib/queries/websocket-api';
import type { Place } from '@/lib/routes';
import { succeed, type Result } from '@/lib/shared/result';

/** A route as its form is filled. */
export function socketRouteTexts(route: SocketRoute): SocketRouteTexts {
  const { integration } = route;
  const [[, template = ''] = []] = Object.entries(integration?.requestTemplates ?? {});
  const [[, model = ''] = []] = Object.entries(route.requestModels);
  return {
    ...newSocketRoute,
    key: route.key,
    authorization: route.authorization,
    authorizerId: route.authorizerId,
    keyRequired: route.isKeyRequired ? 'on' : '',
    twoWay: route.isTwoWay ? 'on' : '',
    modelSelection: route.modelSelection,
    model,
    addPermission: '',
    ...(integration && {
      type: integration.type,
      functionArn: integration.functionArn ?? '',
      uri: integration.functionArn === undefined ? integration.uri : '',
      method: integration.method || 'POST',
      credentials: integration.credentials,
      timeout: String(integration.timeoutMs ?? 29_000),
      passthrough: integration.passthrough || 'WHEN_NO_MATCH',
      templateSelection: integration.templateSelection,
      template,
    }),
  };
}

/** What the form of a new route begins with. */
export function newSocketRouteBasis(key: string): Basis<SocketRouteTexts> {
  return { values: { ...newSocketRoute, key }, revisionId: undefined, readAt: '' };
}

/** What the form of a route is filled from; undefined when the API has no such route. */
export async function getSocketRouteBasis(
  place: Place,
  apiId: string,
  routeId: string,
): Promise<Result<(Basis<SocketRouteTexts> & { route: SocketRoute }) | undefined, ConsoleError>> {
  const found = await listSocketRoutes(place, apiId);
  if (!found.ok) return found;
  const listed = found.data.find(({ id }) => id === routeId);
  if (!listed) return succeed(undefined);
  const twoWay = await isTwoWayRoute(place, apiId, listed);
  if (!twoWay.ok) return twoWay;
  const route = { ...listed, isTwoWay: twoWay.data };
  const values = socketRouteTexts(route);
  return succeed({
    values,
    route,
    revisionId: contentRevision(values),
    readAt: new Date().toISOString(),
  });
}

export interface SocketChoices {
  readonly authorizers: readonly { readonly value: string; readonly label: string }[];
  readonly models: readonly string[];
}

/** Authorizers and models that a route may name. */
export function listSocketChoices(place: Place, apiId: string): Promise<Result<SocketChoices, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetAuthorizers', async (aws) => {
    const client = await aws.apiGatewayV2();
    const [authorizers, models] = await Promise.all([
      client.send(new GetAuthorizersCommand({ ApiId: apiId, MaxResults: '100' })),
      client.send(new GetModelsCommand({ ApiId: apiId, MaxResults: '500' })),
    ]);
    return {
      authorizers: (authorizers.Items ?? []).map(({ AuthorizerId = '', Name = '' }) => ({
        value: AuthorizerId,
        label: Name || AuthorizerId,
      })),
      models: (models.Items ?? []).map(({ Name = '' }) => Name).sort(),
    };
  });
}
