import type {
  ApiKey,
  Deployment,
  DomainName,
  Integration,
  Method,
  MethodSnapshot,
  Resource,
  RestApi,
  Stage,
} from '@aws-sdk/client-api-gateway';
import type { StoredDomainName } from './parts.ts';
import type {
  ApiRecord,
  DeploymentRecord,
  StoredApiKey,
  StoredIntegration,
  StoredMethod,
  StoredResource,
  StoredStage,
} from './records.ts';

/** Records as callers see them: dates for milliseconds, and no empty maps where AWS leaves the member out. */

/** As a list and CreateRestApi show an API; what reads or changes one API adds empty tags, too [rec]. */
export function showApi({ apiId, createdMs, tags, draft }: ApiRecord): RestApi {
  return {
    id: apiId,
    createdDate: new Date(createdMs),
    ...draft.settings,
    ...(Object.keys(tags).length > 0 && { tags }),
    rootResourceId: draft.rootResourceId,
    apiStatus: 'AVAILABLE',
  };
}

export function showOneApi(api: ApiRecord): RestApi {
  return { ...showApi(api), tags: api.tags };
}

/** `embed=methods` shows methods whole; without it only their verbs are there. */
export function showResource(resource: StoredResource, embed: readonly string[] | undefined): Resource {
  const isWhole = embed?.includes('methods') === true;
  const methods = Object.entries(resource.methods);
  const { id, parentId, pathPart, path } = resource;
  return {
    id,
    ...(parentId !== undefined && { parentId, pathPart }),
    path,
    ...(methods.length > 0 && {
      resourceMethods: Object.fromEntries(
        methods.map(([verb, method]) => [verb, isWhole ? showMethod(method) : {}]),
      ),
    }),
  };
}

export function showMethod({ methodResponses, methodIntegration, ...method }: StoredMethod): Method {
  return {
    ...method,
    ...(Object.keys(methodResponses).length > 0 && { methodResponses }),
    ...(methodIntegration && { methodIntegration: showIntegration(methodIntegration) }),
  };
}

export function showIntegration({ integrationResponses, ...integration }: StoredIntegration): Integration {
  return {
    ...integration,
    ...(Object.keys(integrationResponses).length > 0 && { integrationResponses }),
  };
}

export function showStage({ createdMs, updatedMs, ...stage }: StoredStage): Stage {
  return {
    ...stage,
    cacheClusterStatus: stage.cacheClusterEnabled === true ? 'AVAILABLE' : 'NOT_AVAILABLE',
    createdDate: new Date(createdMs),
    lastUpdatedDate: new Date(updatedMs),
  };
}

export function showDeployment(
  { id, createdMs, description }: Omit<DeploymentRecord, 'snapshot'>,
  apiSummary?: Record<string, Record<string, MethodSnapshot>>,
): Deployment {
  return {
    id,
    ...(description !== undefined && { description }),
    createdDate: new Date(createdMs),
    ...(apiSummary && { apiSummary }),
  };
}

/** The methods of a deployment, by path and verb. */
export function summarise({ snapshot }: DeploymentRecord): Record<string, Record<string, MethodSnapshot>> {
  return Object.fromEntries(
    Object.values(snapshot.resources)
      .filter(({ methods }) => Object.keys(methods).length > 0)
      .map(({ path, methods }) => [
        path,
        Object.fromEntries(
          Object.entries(methods).map(([verb, method]) => [
            verb,
            { authorizationType: method.authorizationType, apiKeyRequired: method.apiKeyRequired },
          ]),
        ),
      ]),
  );
}

/** Lists and what creates a thing leave empty tags out; what reads or changes one does not [rec]. */
export function withoutEmptyTags<Shown extends { tags?: Record<string, string> | undefined }>(
  shown: Shown,
): Shown {
  return Object.keys(shown.tags ?? {}).length > 0 ? shown : { ...shown, tags: undefined };
}

/** The value is shown to those who ask for it. */
export function showKey(
  { createdMs, updatedMs, value, ...key }: StoredApiKey,
  { withValue, stageKeys }: { withValue: boolean; stageKeys: string[] },
): ApiKey {
  return {
    ...key,
    ...(withValue && { value }),
    createdDate: new Date(createdMs),
    lastUpdatedDate: new Date(updatedMs),
    stageKeys,
  };
}

export function showDomain({ createdMs, ...domain }: StoredDomainName): DomainName {
  return { ...domain, certificateUploadDate: new Date(createdMs) };
}
