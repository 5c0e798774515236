import type { CreateRouteRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest, conflict } from '../errors.ts';
import { given } from '../given.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf, type StoredRoute } from '../records.ts';
import { assertRouteKey } from './route-key.ts';
import { changedWebSocketRoute } from './websocket-route.ts';

type RouteInput = Omit<Partial<CreateRouteRequest>, 'ApiId'>;

/** Members of WebSocket APIs, which an HTTP API cannot have. */
const foreignMembers = [
  'ModelSelectionExpression',
  'RequestModels',
  'RequestParameters',
  'RouteResponseSelectionExpression',
] as const;

/** The route that a change leaves, with what was not given as it was. Refuses what the API's protocol cannot serve. */
export function changedRoute(
  parts: HttpApiParts,
  apiId: string,
  before: StoredRoute,
  input: RouteInput,
): StoredRoute {
  const api = parts.repository.findApi(apiId);
  const route =
    api && protocolOf(api) === 'WEBSOCKET'
      ? changedWebSocketRoute(parts, apiId, before, input)
      : changedHttpRoute(parts, apiId, before, input);
  assertUnique(parts, apiId, route);
  assertTarget(parts, apiId, route.Target);
  return route;
}

function changedHttpRoute(
  parts: HttpApiParts,
  apiId: string,
  before: StoredRoute,
  input: RouteInput,
): StoredRoute {
  for (const member of foreignMembers)
    if (input[member] !== undefined) throw badRequest(`${member} is not supported for HTTP APIs.`);
  if (input.ApiKeyRequired === true) throw badRequest('ApiKeyRequired is not supported for HTTP APIs.');
  const route: StoredRoute = {
    ...before,
    RouteKey: input.RouteKey ?? before.RouteKey,
    ...given(input, ['Target', 'OperationName', 'AuthorizationType', 'AuthorizerId', 'AuthorizationScopes']),
  };
  assertRouteKey(route.RouteKey);
  assertAuthorization(parts, apiId, route);
  return route;
}

function assertUnique({ repository }: HttpApiParts, apiId: string, { RouteKey, RouteId }: StoredRoute): void {
  const isTaken = repository
    .listParts(apiId, 'route')
    .some((other) => other.RouteKey === RouteKey && other.RouteId !== RouteId);
  if (isTaken) throw conflict(`Route with key ${RouteKey} already exists for this API`);
}

function assertTarget({ repository }: HttpApiParts, apiId: string, target: string | undefined): void {
  if (target === undefined) return;
  const id = /^integrations\/(\w+)$/.exec(target)?.[1];
  if (id !== undefined && repository.findPart(apiId, 'integration', id)) return;
  throw badRequest(
    `Invalid target specified: '${target}' is no integration of this API (integrations/{id}).`,
  );
}

function assertAuthorization({ repository }: HttpApiParts, apiId: string, route: StoredRoute): void {
  const { AuthorizationType: type = 'NONE', AuthorizerId: id, AuthorizationScopes: scopes = [] } = route;
  if (type !== 'JWT' && scopes.length > 0) throw badRequest('Authorization scopes need a JWT authorizer.');
  if (type === 'NONE' || type === 'AWS_IAM') return;
  if (type !== 'JWT' && type !== 'CUSTOM') throw badRequest(`Invalid authorization type specified: ${type}`);
  const authorizer = id === undefined ? undefined : repository.findPart(apiId, 'authorizer', id);
  if (authorizer?.AuthorizerType !== (type === 'JWT' ? 'JWT' : 'REQUEST'))
    throw badRequest(
      `Invalid authorizer ID specified. Setting the authorization type to ${type} requires a valid authorizer.`,
    );
  if (scopes.length > 10) throw badRequest('A route has at most 10 authorization scopes.');
}
