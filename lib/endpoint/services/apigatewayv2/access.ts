import type { RequestContext } from '../service.ts';
import { badRequest, notFound } from './errors.ts';
import { deployAutomatically } from './deployments.ts';
import type { HttpApiParts } from './parts.ts';
import { protocolOf, type ApiRecord, type PartKinds } from './records.ts';

const names: Readonly<Record<keyof PartKinds, string>> = {
  route: 'Route',
  integration: 'Integration',
  stage: 'Stage',
  deployment: 'Deployment',
  authorizer: 'Authorizer',
  model: 'Model',
  routeResponse: 'RouteResponse',
  integrationResponse: 'IntegrationResponse',
};

export function findApiOrThrow(
  { repository }: HttpApiParts,
  { accountId, region }: Pick<RequestContext, 'accountId' | 'region'>,
  apiId: string,
): ApiRecord {
  const api = repository.findApi(apiId);
  if (api?.accountId === accountId && api.region === region) return api;
  throw notFound('API', `${accountId}:${apiId}`);
}

/** For what HTTP APIs do not have: route responses, integration responses, models. */
export function findWebSocketApiOrThrow(
  parts: HttpApiParts,
  context: Pick<RequestContext, 'accountId' | 'region'>,
  apiId: string,
): ApiRecord {
  const api = findApiOrThrow(parts, context, apiId);
  if (protocolOf(api) === 'WEBSOCKET') return api;
  throw badRequest('This operation is not supported for HTTP APIs.');
}

export function findPartOrThrow<Kind extends keyof PartKinds>(
  { repository }: HttpApiParts,
  apiId: string,
  kind: Kind,
  partId: string,
): PartKinds[Kind] {
  const part = repository.findPart(apiId, kind, partId);
  if (!part) throw notFound(names[kind], partId.slice(partId.indexOf('/') + 1));
  return part;
}

/**
 * Makes a change in one transaction. Stages that deploy by themselves have it when this returns, unless `isDeployed`
 * says that the change is none that deployments hold.
 */
export function changeApi<T>(
  parts: HttpApiParts,
  apiId: string,
  work: () => T,
  { isDeployed = true } = {},
): T {
  const result = parts.repository.transaction(() => {
    const given = work();
    if (isDeployed) deployAutomatically(parts, apiId);
    return given;
  });
  parts.changed(apiId);
  return result;
}
