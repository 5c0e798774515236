import {
  anyMethod,
  dereference,
  isObject,
  list,
  object,
  text,
  verbs,
  type JsonObject,
} from '../../openapi/index.ts';
import type { RequestContext } from '../../service.ts';
import { tooMany } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { HttpApiParts } from '../parts.ts';
import type { StoredRoute } from '../records.ts';
import { changedIntegration } from '../rules/integration.ts';
import { limits } from '../rules/limits.ts';
import { changedRoute } from '../rules/route.ts';
import { assertLinkOf } from '../vpc-links.ts';
import { attempt, type Findings } from './findings.ts';
import type { ImportedSecurity } from './import-authorizers.ts';
import { integrationInput } from './import-integration.ts';

export interface ImportContext {
  readonly parts: HttpApiParts;
  readonly place: Pick<RequestContext, 'accountId' | 'region'>;
  readonly apiId: string;
  readonly root: JsonObject;
  readonly security: ReadonlyMap<string, ImportedSecurity>;
  /** Routes that there were, by their keys: those that stay keep their ids. */
  readonly before: ReadonlyMap<string, StoredRoute>;
  readonly found: Findings;
}

/** Every operation as a route, `/$default` as the one that takes what no other takes. */
export function importRoutes(context: ImportContext, prefix: string): void {
  const integrations = createIntegrations(context);
  let count = 0;
  for (const [path, item] of Object.entries(object(context.root['paths']))) {
    if (!path.startsWith('/'))
      context.found.warnings.push(`Parse issue: attribute paths. Resource ${path} should start with /`);
    if (!path.startsWith('/') && path !== '$default') continue;
    for (const [name, operation] of Object.entries(dereference(context.root, item))) {
      const method = name === anyMethod ? 'ANY' : verbs.includes(name) ? name.toUpperCase() : undefined;
      if (name === 'trace') context.found.info.push(`HTTP APIs have no method TRACE. Ignoring '${path}'.`);
      if (method === undefined || !isObject(operation)) continue;
      count += 1;
      if (count > limits.routes) throw tooMany('Route', limits.routes);
      importRoute(context, integrations, routeKeyOf(method, path, prefix), operation);
    }
  }
}

function routeKeyOf(method: string, path: string, prefix: string): string {
  if (path === '/$default' || path === '$default') return '$default';
  return `${method} ${path === '/' && prefix !== '' ? prefix : prefix + path}`;
}

function importRoute(
  { parts, apiId, root, security, before, found }: ImportContext,
  integrations: Integrations,
  routeKey: string,
  operation: JsonObject,
): void {
  const authorization = authorizationOf(security, operation, list(root['security']));
  if (authorization === undefined) {
    found.warnings.push(`Unable to create Route '${routeKey}': its authorizer could not be created.`);
    return;
  }
  if (operation['requestBody'] !== undefined)
    found.info.push(`Request bodies are not checked by HTTP APIs. Ignoring requestBody of '${routeKey}'.`);
  const Target = integrations.targetOf(routeKey, operation['x-amazon-apigateway-integration']);
  const operationId = text(operation['operationId']);
  attempt(found, `Route '${routeKey}'`, () => {
    const blank = {
      RouteId: before.get(routeKey)?.RouteId ?? newId(7),
      RouteKey: routeKey,
      ApiKeyRequired: false,
      AuthorizationType: 'NONE',
    } as const;
    const route = changedRoute(parts, apiId, blank, {
      ...authorization,
      ...(operationId !== undefined && { OperationName: operationId }),
      ...(Target !== undefined && { Target }),
    });
    parts.repository.putPart(apiId, 'route', route.RouteId, route);
  });
}

/** The first requirement that this endpoint understands; undefined for one whose authorizer cannot be made. */
function authorizationOf(
  schemes: ReadonlyMap<string, ImportedSecurity>,
  operation: JsonObject,
  rootSecurity: readonly unknown[],
): Partial<StoredRoute> | undefined {
  const own = text(object(operation['x-amazon-apigateway-auth'])['type'])?.toUpperCase();
  if (own === 'AWS_IAM' || own === 'NONE') return { AuthorizationType: own };
  const requirements = Array.isArray(operation['security']) ? list(operation['security']) : rootSecurity;
  for (const [name, scopes] of requirements.flatMap((one) => Object.entries(object(one)))) {
    const meant = schemes.get(name);
    if (meant?.kind === 'broken') return undefined;
    if (meant?.kind === 'iam') return { AuthorizationType: 'AWS_IAM' };
    if (meant?.kind !== 'authorizer') continue;
    const { AuthorizerId, AuthorizerType } = meant.authorizer;
    if (AuthorizerType !== 'JWT') return { AuthorizationType: 'CUSTOM', AuthorizerId };
    const wanted = list(scopes).flatMap((scope) => text(scope) ?? []);
    return {
      AuthorizationType: 'JWT',
      AuthorizerId,
      ...(wanted.length > 0 && { AuthorizationScopes: wanted }),
    };
  }
  return { AuthorizationType: 'NONE' };
}

type Integrations = ReturnType<typeof createIntegrations>;

function createIntegrations({ parts, place, apiId, root, before, found }: ImportContext) {
  /** Named ones serve many routes. */
  const named = new Map<string, string | undefined>();
  const taken = new Set<string>();

  /** A route that stays keeps its integration's id, too. */
  function idFor(routeKey: string): string {
    const old = before.get(routeKey)?.Target?.replace('integrations/', '');
    const id = old === undefined || taken.has(old) ? newId(7) : old;
    taken.add(id);
    return id;
  }

  function make(routeKey: string, extension: JsonObject): string | undefined {
    if (taken.size >= limits.integrations) throw tooMany('Integration', limits.integrations);
    const integration = attempt(found, `Integration of Route '${routeKey}'`, () => {
      const input = integrationInput(extension, routeKey, found);
      const made = changedIntegration('HTTP', { IntegrationId: idFor(routeKey) }, input);
      assertLinkOf(parts, place, made);
      return made;
    });
    if (!integration) return undefined;
    parts.repository.putPart(apiId, 'integration', integration.IntegrationId, integration);
    return `integrations/${integration.IntegrationId}`;
  }

  return {
    targetOf(routeKey: string, extension: unknown): string | undefined {
      if (!isObject(extension)) {
        found.info.push(`Route '${routeKey}' has no x-amazon-apigateway-integration, and so no integration.`);
        return undefined;
      }
      const reference = text(extension['$ref']);
      if (reference === undefined) return make(routeKey, extension);
      if (!named.has(reference)) named.set(reference, make(routeKey, dereference(root, extension)));
      return named.get(reference);
    },
  };
}
