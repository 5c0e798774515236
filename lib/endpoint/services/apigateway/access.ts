import { own } from '../../../shared/own.ts';
import type { RequestContext } from '../service.ts';
import { badRequest, notFound } from './errors.ts';
import type { RestApiParts } from './parts.ts';
import type {
  ApiDraft,
  ApiRecord,
  DeploymentRecord,
  StoredIntegration,
  StoredMethod,
  StoredResource,
  StoredStage,
} from './records.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

/**
 * The copy is the caller's own: what it changes is saved by `changeDraft` alone. Calls that name a part of an API say
 * `missing` of an unknown API, as of an unknown part.
 */
export function findApiOrThrow(
  parts: RestApiParts,
  { accountId, region }: Place,
  apiId: string,
  missing = `Invalid API identifier specified ${accountId}:${apiId}`,
): ApiRecord {
  const api = parts.repository.findApi(apiId);
  if (api?.accountId === accountId && api.region === region) return api;
  throw notFound(missing);
}

export function hasApi(parts: RestApiParts, { accountId, region }: Place, apiId: string): boolean {
  const api = parts.repository.findApi(apiId);
  return api?.accountId === accountId && api.region === region;
}

/** Lets `work` change the API under edit, and saves it in the same transaction. */
export function changeDraft<T>(
  parts: RestApiParts,
  place: Place,
  apiId: string,
  work: (draft: ApiDraft, api: ApiRecord) => T,
  missing?: string,
): T {
  const result = parts.repository.transaction(() => {
    const api = findApiOrThrow(parts, place, apiId, missing);
    const given = work(api.draft, api);
    parts.repository.saveApi(api);
    return given;
  });
  parts.changed(apiId);
  return result;
}

/** AWS's words for what is not there [rec]. */
export const missing = {
  resource: 'Invalid Resource identifier specified',
  validator: 'Invalid Request Validator identifier specified',
  documentationPart: 'Invalid Documentation part identifier specified',
  model: (name: string) => `Invalid model name specified: ${name}`,
};

/** As `changeDraft`, for what acts at once: the data plane reads the stage anew. */
export function changeStage<T>(
  parts: RestApiParts,
  place: Place,
  apiId: string,
  stageName: string,
  work: (stage: StoredStage, api: ApiRecord) => T,
): T {
  const result = parts.repository.transaction(() => {
    const api = findApiOrThrow(parts, place, apiId);
    const stage = findStageOrThrow(parts, apiId, stageName);
    const given = work(stage, api);
    parts.repository.putStage(apiId, stage);
    return given;
  });
  parts.changed(apiId);
  return result;
}

export function findResourceOrThrow(draft: ApiDraft, resourceId: string): StoredResource {
  const resource = own(draft.resources, resourceId);
  if (!resource) throw notFound(missing.resource);
  return resource;
}

export function findMethodOrThrow(draft: ApiDraft, resourceId: string, verb: string): StoredMethod {
  const method = own(findResourceOrThrow(draft, resourceId).methods, verb);
  if (!method) throw notFound('Invalid Method identifier specified');
  return method;
}

export function findIntegrationOrThrow(draft: ApiDraft, resourceId: string, verb: string): StoredIntegration {
  const integration = findMethodOrThrow(draft, resourceId, verb).methodIntegration;
  if (!integration) throw notFound('Invalid Integration identifier specified');
  return integration;
}

/** A member of a map in a draft: a model, an authorizer, a validator … */
export function findMemberOrThrow<Member>(
  members: Readonly<Record<string, Member>>,
  id: string,
  message: string,
): Member {
  const member = own(members, id);
  if (member === undefined) throw notFound(message);
  return member;
}

export function findStageOrThrow(
  parts: Pick<RestApiParts, 'repository'>,
  apiId: string,
  stageName: string,
): StoredStage {
  const stage = parts.repository.findStage(apiId, stageName);
  if (!stage) throw notFound('Invalid stage identifier specified');
  return stage;
}

export function findDeploymentOrThrow(
  parts: Pick<RestApiParts, 'repository'>,
  apiId: string,
  deploymentId: string,
): DeploymentRecord {
  const deployment = parts.repository.findDeployment(apiId, deploymentId);
  if (!deployment) throw notFound('Invalid Deployment identifier specified');
  return deployment;
}

/** As `findDeploymentOrThrow`, of what a canary names [rec]. */
export function assertCanary(
  parts: Pick<RestApiParts, 'repository'>,
  apiId: string,
  { canarySettings }: Pick<StoredStage, 'canarySettings'>,
): void {
  const deploymentId = canarySettings?.deploymentId;
  if (deploymentId !== undefined && !parts.repository.findDeployment(apiId, deploymentId))
    throw badRequest('Deployment id does not exist');
}

const verbs = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY'];

export function assertVerb(verb: string): void {
  if (verbs.includes(verb)) return;
  throw badRequest(
    'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
  );
}
