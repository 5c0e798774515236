import type { RequestContext } from '../service.ts';
import { notFound } from './errors.ts';
import { deployAutomatically } from './deployments.ts';
import type { HttpApiParts } from './parts.ts';
import type { ApiRecord, PartKinds } from './records.ts';

const names: Readonly<Record<keyof PartKinds, string>> = {
  route: 'Route',
  integration: 'Integration',
  stage: 'Stage',
  deployment: 'Deployment',
  authorizer: 'Authorizer',
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

export function findPartOrThrow<Kind extends keyof PartKinds>(
  { repository }: HttpApiParts,
  apiId: string,
  kind: Kind,
  partId: string,
): PartKinds[Kind] {
  const part = repository.findPart(apiId, kind, partId);
  if (!part) throw notFound(names[kind], partId);
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
