import { stringify } from 'yaml';
import { anyMethod, type JsonObject } from '../../openapi/index.ts';
import type { ApiRecord, Snapshot, StoredAuthorizer, StoredRoute } from '../records.ts';
import { exportIntegrations, type Integrations } from './export-integrations.ts';

/** What of an API is exported, and how. */
export interface ExportOrder {
  readonly api: ApiRecord;
  readonly snapshot: Snapshot;
  /** Empty for `$default` and for what is not deployed. */
  readonly basePath: string;
  /** Where the API is called. */
  readonly address: string;
  readonly hasExtensions: boolean;
}

/** Reserved by AWS for calls that are signed. */
const iamScheme = 'sigv4';

/** An HTTP API as an OpenAPI 3.0 document. Without extensions, routes of any method cannot be said and are left out. */
export function exportText(order: ExportOrder, outputType: 'JSON' | 'YAML'): string {
  const document = toDocument(order);
  return outputType === 'YAML' ? stringify(document) : JSON.stringify(document, null, 2);
}

function toDocument(order: ExportOrder): JsonObject {
  const { api, snapshot, basePath, address, hasExtensions } = order;
  const { settings } = api;
  const integrations = exportIntegrations(snapshot);
  const schemes = securitySchemes(order);
  const tags = Object.entries(settings.Tags);
  const components = {
    ...(Object.keys(schemes).length > 0 && { securitySchemes: schemes }),
    ...(hasExtensions &&
      Object.keys(integrations.named).length > 0 && {
        'x-amazon-apigateway-integrations': integrations.named,
      }),
  };
  return {
    openapi: '3.0.1',
    info: {
      title: settings.Name,
      ...(settings.Description !== undefined && { description: settings.Description }),
      version: settings.Version ?? versionOf(api.createdMs),
    },
    servers: [
      {
        url: `${address}/{basePath}`,
        variables: { basePath: { default: basePath } },
        ...(hasExtensions &&
          snapshot.isEndpointDisabled && {
            'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true },
          }),
      },
    ],
    ...(hasExtensions &&
      tags.length > 0 && {
        tags: tags.map(([name, value]) => ({ name, 'x-amazon-apigateway-tag-value': value })),
      }),
    paths: pathsOf(order, integrations),
    ...(Object.keys(components).length > 0 && { components }),
    ...(hasExtensions && snapshot.cors && { 'x-amazon-apigateway-cors': corsOf(snapshot) }),
    ...(hasExtensions && { 'x-amazon-apigateway-importexport-version': '1.0' }),
  };
}

/** Recorded: `2023-04-30 00:45:35UTC`. */
function versionOf(createdMs: number): string {
  return `${new Date(createdMs).toISOString().slice(0, 19).replace('T', ' ')}UTC`;
}

function pathsOf(order: ExportOrder, integrations: Integrations): JsonObject {
  const paths: Record<string, Record<string, unknown>> = {};
  const routes = [...order.snapshot.routes].sort((one, other) => (one.RouteKey < other.RouteKey ? -1 : 1));
  for (const route of routes) {
    const [method = '', path = '/$default'] =
      route.RouteKey === '$default' ? ['ANY'] : route.RouteKey.split(' ');
    if (method === 'ANY' && !order.hasExtensions) continue;
    const item = (paths[path] ??= {});
    item[method === 'ANY' ? anyMethod : method.toLowerCase()] = operationOf(order, route, integrations);
    const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
    if (names.length > 0) item['parameters'] = names.map(pathParameter);
  }
  return paths;
}

function pathParameter(name: string): JsonObject {
  return {
    name,
    in: 'path',
    description: `Generated path parameter for ${name}`,
    required: true,
    schema: { type: 'string' },
  };
}

function operationOf(
  { snapshot, hasExtensions }: ExportOrder,
  route: StoredRoute,
  integrations: Integrations,
): JsonObject {
  const security = securityOf(snapshot, route);
  const integration = integrations.of(route);
  return {
    ...(route.OperationName !== undefined && { operationId: route.OperationName }),
    responses: { default: { description: `Default response for ${route.RouteKey}` } },
    ...(security && { security: [security] }),
    ...(hasExtensions && route.RouteKey === '$default' && { isDefaultRoute: true }),
    ...(hasExtensions && integration && { 'x-amazon-apigateway-integration': integration }),
  };
}

function securityOf({ authorizers }: Snapshot, route: StoredRoute): JsonObject | undefined {
  if (route.AuthorizationType === 'AWS_IAM') return { [iamScheme]: [] };
  if (route.AuthorizationType !== 'JWT' && route.AuthorizationType !== 'CUSTOM') return undefined;
  const authorizer = authorizers.find(({ AuthorizerId }) => AuthorizerId === route.AuthorizerId);
  return authorizer && { [authorizer.Name]: route.AuthorizationScopes ?? [] };
}

function securitySchemes({ snapshot, hasExtensions }: ExportOrder): JsonObject {
  const schemes = Object.fromEntries(
    [...snapshot.authorizers]
      .sort((one, other) => (one.Name < other.Name ? -1 : 1))
      .map((authorizer) => [authorizer.Name, schemeOf(authorizer, hasExtensions)]),
  );
  if (!snapshot.routes.some(({ AuthorizationType }) => AuthorizationType === 'AWS_IAM')) return schemes;
  return {
    ...schemes,
    [iamScheme]: {
      type: 'apiKey',
      name: 'Authorization',
      in: 'header',
      ...(hasExtensions && { 'x-amazon-apigateway-authtype': 'awsSigv4' }),
    },
  };
}

function schemeOf(authorizer: StoredAuthorizer, hasExtensions: boolean): JsonObject {
  const source = authorizer.IdentitySource?.join(', ');
  const identity = source ? { identitySource: source } : {};
  if (authorizer.AuthorizerType === 'JWT') {
    const { Issuer, Audience } = authorizer.JwtConfiguration ?? {};
    const jwtConfiguration = { audience: Audience, issuer: Issuer };
    return {
      type: 'oauth2',
      flows: {},
      ...(hasExtensions && {
        'x-amazon-apigateway-authorizer': { ...identity, type: 'jwt', jwtConfiguration },
      }),
    };
  }
  const header = /^\$request\.header\.([^,\s]+)$/.exec(source ?? '')?.[1];
  return {
    type: 'apiKey',
    name: header ?? 'Unused',
    in: 'header',
    ...(hasExtensions && {
      'x-amazon-apigateway-authorizer': {
        ...identity,
        type: 'request',
        authorizerUri: authorizer.AuthorizerUri,
        authorizerCredentials: authorizer.AuthorizerCredentialsArn,
        authorizerPayloadFormatVersion: authorizer.AuthorizerPayloadFormatVersion,
        authorizerResultTtlInSeconds: authorizer.AuthorizerResultTtlInSeconds,
        enableSimpleResponses: authorizer.EnableSimpleResponses,
      },
    }),
  };
}

function corsOf({ cors }: Snapshot): JsonObject {
  const filled = (items: readonly string[] | undefined) => (items && items.length > 0 ? items : undefined);
  return {
    allowOrigins: filled(cors?.AllowOrigins),
    allowMethods: filled(cors?.AllowMethods),
    allowHeaders: filled(cors?.AllowHeaders),
    exposeHeaders: filled(cors?.ExposeHeaders),
    maxAge: cors?.MaxAge,
    allowCredentials: cors?.AllowCredentials,
  };
}
