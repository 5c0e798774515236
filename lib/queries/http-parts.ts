import 'server-only';
import {
  GetAuthorizersCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
  type ApiGatewayV2Client,
  type Authorizer,
  type Integration,
  type Route,
} from '@aws-sdk/client-apigatewayv2';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import {
  functionArnOfUri,
  readRouteKey,
  type HttpAuthorizer,
  type HttpIntegration,
  type HttpRoute,
} from '@/lib/domain/http-api/http-api';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** AWS allows 300 routes and 300 integrations of an API unless asked for more. */
const pagesMax = 10;
const pageSize = '500';

/** Everything of a list that AWS gives in pages, up to a bound that no API reaches. */
export async function readPages<Item>(
  readPage: (token: string | undefined) => Promise<{ Items?: Item[]; NextToken?: string }>,
): Promise<Item[]> {
  const found: Item[] = [];
  let token: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const output = await readPage(token);
    found.push(...(output.Items ?? []));
    token = output.NextToken;
    if (token === undefined) break;
  }
  return found;
}

function routeOf(route: Route): HttpRoute {
  const key = route.RouteKey ?? '';
  return {
    id: route.RouteId ?? '',
    key,
    ...readRouteKey(key),
    integrationId: /^integrations\/(.+)$/.exec(route.Target ?? '')?.[1],
    authorizationType: route.AuthorizationType ?? 'NONE',
    authorizerId: route.AuthorizerId,
    scopes: route.AuthorizationScopes ?? [],
    operationName: route.OperationName ?? '',
    isManaged: route.ApiGatewayManaged ?? false,
  };
}

function kindOf(integration: Integration): HttpIntegration['kind'] {
  if (integration.IntegrationSubtype) return 'service';
  if (integration.ConnectionType === 'VPC_LINK') return 'private';
  return integration.IntegrationType === 'AWS_PROXY' ? 'lambda' : 'http';
}

/** An integration of an HTTP API as its pages show it. */
export function integrationOf(integration: Integration): HttpIntegration {
  const uri = integration.IntegrationUri ?? '';
  return {
    id: integration.IntegrationId ?? '',
    kind: kindOf(integration),
    uri,
    method: integration.IntegrationMethod ?? '',
    subtype: integration.IntegrationSubtype ?? '',
    payloadVersion: integration.PayloadFormatVersion ?? '',
    timeoutMs: integration.TimeoutInMillis ?? 30_000,
    description: integration.Description ?? '',
    credentialsArn: integration.CredentialsArn ?? '',
    connectionId: integration.ConnectionId ?? '',
    serverName: integration.TlsConfig?.ServerNameToVerify ?? '',
    functionArn: functionArnOfUri(uri),
    requestParameters: integration.RequestParameters ?? {},
    responseParameters: integration.ResponseParameters ?? {},
    isManaged: integration.ApiGatewayManaged ?? false,
  };
}

function authorizerOf(authorizer: Authorizer): HttpAuthorizer {
  return {
    id: authorizer.AuthorizerId ?? '',
    name: authorizer.Name ?? '',
    type: authorizer.AuthorizerType === 'JWT' ? 'JWT' : 'REQUEST',
    issuer: authorizer.JwtConfiguration?.Issuer ?? '',
    audience: authorizer.JwtConfiguration?.Audience ?? [],
    identitySources: authorizer.IdentitySource ?? [],
    functionArn: functionArnOfUri(authorizer.AuthorizerUri ?? ''),
    payloadVersion: authorizer.AuthorizerPayloadFormatVersion ?? '',
    hasSimpleResponses: authorizer.EnableSimpleResponses ?? false,
    ttlSeconds: authorizer.AuthorizerResultTtlInSeconds ?? 0,
  };
}

/** What an HTTP API is made of, as it stands under edit. */
export interface HttpParts {
  /** `$default` last, the others by path. */
  readonly routes: readonly HttpRoute[];
  readonly integrations: readonly HttpIntegration[];
  readonly authorizers: readonly HttpAuthorizer[];
}

async function readParts(client: ApiGatewayV2Client, apiId: string): Promise<HttpParts> {
  const list = { ApiId: apiId, MaxResults: pageSize };
  const [routes, integrations, authorizers] = await Promise.all([
    readPages((NextToken) => client.send(new GetRoutesCommand({ ...list, NextToken }))),
    readPages((NextToken) => client.send(new GetIntegrationsCommand({ ...list, NextToken }))),
    readPages((NextToken) => client.send(new GetAuthorizersCommand({ ...list, NextToken }))),
  ]);
  const isLast = (route: HttpRoute) => Number(route.key === '$default');
  return {
    routes: routes
      .map(routeOf)
      .sort(
        (a, b) => isLast(a) - isLast(b) || a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
      ),
    integrations: integrations.map(integrationOf),
    authorizers: authorizers.map(authorizerOf).sort((a, b) => a.name.localeCompare(b.name)),
  };
}

const read = cache(
  async (connectionId: string, region: string, apiId: string): Promise<Result<HttpParts, ConsoleError>> => {
    await requireUser('viewer');
    try {
      const client = await (await awsFor({ connectionId, region })).apiGatewayV2();
      return succeed(await readParts(client, apiId));
    } catch (error) {
      return refuse(toConsoleError(error, { operation: 'apigateway:GetRoutes' }));
    }
  },
);

/** Routes, integrations and authorizers of an HTTP API; asked once a request. */
export function getHttpParts(place: Place, apiId: string): Promise<Result<HttpParts, ConsoleError>> {
  return read(place.connectionId, place.region, apiId);
}
