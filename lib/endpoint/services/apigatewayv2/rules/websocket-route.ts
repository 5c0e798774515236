import type { CreateRouteRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';
import { given } from '../given.ts';
import type { HttpApiParts } from '../parts.ts';
import type { StoredRoute } from '../records.ts';
import { assertNameSelection } from './selection-expression.ts';

type RouteInput = Omit<Partial<CreateRouteRequest>, 'ApiId'>;

const reservedKeys = ['$connect', '$disconnect', '$default'];
const parameterPattern =
  /^route\.request\.(header|querystring|multivalueheader|multivaluequerystring)\.[\w!#$%&'*+.^`|~-]+$/;

/** The route of a WebSocket API that a change leaves. */
export function changedWebSocketRoute(
  parts: HttpApiParts,
  apiId: string,
  before: StoredRoute,
  input: RouteInput,
): StoredRoute {
  if (input.AuthorizationScopes !== undefined)
    throw badRequest('AuthorizationScopes is not supported for WEBSOCKET APIs.');
  const route: StoredRoute = {
    ...before,
    ApiKeyRequired: input.ApiKeyRequired ?? before.ApiKeyRequired ?? false,
    AuthorizationType: input.AuthorizationType ?? before.AuthorizationType ?? 'NONE',
    RouteKey: input.RouteKey ?? before.RouteKey,
    ...given(input, [
      'Target',
      'OperationName',
      'AuthorizerId',
      'ModelSelectionExpression',
      'RequestModels',
      'RouteResponseSelectionExpression',
    ]),
    ...(input.RequestParameters && {
      RequestParameters: { ...before.RequestParameters, ...input.RequestParameters },
    }),
  };
  assertKey(route.RouteKey);
  assertDoor(parts, apiId, route);
  assertModels(parts, apiId, route);
  const { RouteResponseSelectionExpression: expression, RequestParameters = {} } = route;
  if (expression !== undefined && expression !== '$default')
    throw badRequest('RouteResponseSelectionExpression must be $default.');
  for (const name of Object.keys(RequestParameters))
    if (!parameterPattern.test(name))
      throw badRequest(
        `Invalid request parameter specified: ${name}. Use route.request.header.NAME or route.request.querystring.NAME.`,
      );
  return route;
}

function assertKey(key: string): void {
  if (reservedKeys.includes(key)) return;
  if (key.startsWith('$') || key.length < 1 || key.length > 128)
    throw badRequest(
      'The provided route key is not formatted properly for WEBSOCKET protocol. Route key should be $connect, $disconnect, $default or 1 to 128 characters that do not begin with $.',
    );
}

/** Only the first message of a connection, `$connect`, asks who is there. */
function assertDoor({ repository }: HttpApiParts, apiId: string, route: StoredRoute): void {
  const { AuthorizationType: type, AuthorizerId: id, RouteKey } = route;
  if (type !== 'NONE' && type !== 'AWS_IAM' && type !== 'CUSTOM')
    throw badRequest(`Invalid authorization type specified: ${type}. Must be one of [NONE, AWS_IAM, CUSTOM]`);
  if (type !== 'NONE' && RouteKey !== '$connect')
    throw badRequest('Currently, authorization is restricted to the $connect route only');
  if (route.ApiKeyRequired === true && RouteKey !== '$connect')
    throw badRequest('Currently, ApiKeyRequired is restricted to the $connect route only');
  if (type === 'CUSTOM' && (id === undefined || !repository.findPart(apiId, 'authorizer', id)))
    throw badRequest(
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM requires a valid authorizer.',
    );
}

function assertModels({ repository }: HttpApiParts, apiId: string, route: StoredRoute): void {
  if (route.ModelSelectionExpression !== undefined)
    assertNameSelection('modelSelectionExpression', route.ModelSelectionExpression);
  const wanted = Object.values(route.RequestModels ?? {});
  if (wanted.length === 0) return;
  const known = new Set(repository.listParts(apiId, 'model').map(({ Name }) => Name));
  for (const name of wanted)
    if (!known.has(name)) throw badRequest(`Invalid model identifier specified: ${name}`);
}
