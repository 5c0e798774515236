import type { CreateAuthorizerRequest, PutIntegrationRequest } from '@aws-sdk/client-api-gateway';
import type { RequestContext } from '../service.ts';
import { newId } from './identifiers.ts';
import type { RestApiParts } from './parts.ts';
import type { ApiDraft, ApiRecord, ApiSettings, StoredAuthorizer, StoredIntegration } from './records.ts';
import { defaultModels } from './rules/models.ts';

/** A new API under edit: its root and the two models that every API has, or a copy of another's parts. */
export function newApi(
  parts: Pick<RestApiParts, 'clock'>,
  { accountId, region }: Pick<RequestContext, 'accountId' | 'region'>,
  settings: ApiSettings,
  tags: Record<string, string>,
  source?: ApiDraft,
): ApiRecord {
  return {
    accountId,
    region,
    // A caller may wish for an id by this tag, as with HTTP APIs.
    apiId: wishedId(tags) ?? newId(10),
    createdMs: parts.clock.now(),
    tags,
    draft: source ? { ...source, settings } : emptyDraft(settings),
  };
}

function wishedId(tags: Readonly<Record<string, string>>): string | undefined {
  const wished = tags['_custom_id_'];
  return wished !== undefined && /^[a-z0-9]{1,32}$/.test(wished) ? wished : undefined;
}

export function emptyDraft(settings: ApiSettings, rootResourceId = newId(10)): ApiDraft {
  return {
    settings,
    rootResourceId,
    resources: { [rootResourceId]: { id: rootResourceId, pathPart: '', path: '/', methods: {} } },
    models: defaultModels(),
    validators: {},
    authorizers: {},
    gatewayResponses: {},
    documentationParts: {},
    documentationVersions: {},
  };
}

/** With AWS's defaults; the cache's namespace is the resource unless another is given. */
export function newIntegration(
  given: Omit<PutIntegrationRequest, 'restApiId' | 'httpMethod' | 'integrationHttpMethod'>,
  httpMethod: string | undefined,
  before: StoredIntegration | undefined,
): StoredIntegration {
  const { resourceId, ...members } = given;
  return {
    ...members,
    ...(httpMethod !== undefined && { httpMethod }),
    ...(members.connectionType === undefined && isHttp(members.type) && { connectionType: 'INTERNET' }),
    passthroughBehavior: members.passthroughBehavior ?? 'WHEN_NO_MATCH',
    timeoutInMillis: members.timeoutInMillis ?? 29_000,
    cacheNamespace: members.cacheNamespace ?? resourceId,
    cacheKeyParameters: members.cacheKeyParameters ?? [],
    integrationResponses: before?.integrationResponses ?? {},
  };
}

/** Services, functions and mocks have no kind of connection [rec]. */
function isHttp(type: string | undefined): boolean {
  return type === 'HTTP' || type === 'HTTP_PROXY';
}

export function newAuthorizer(given: Omit<CreateAuthorizerRequest, 'restApiId'>): StoredAuthorizer {
  const isCognito = given.type === 'COGNITO_USER_POOLS';
  return {
    id: newId(6),
    ...given,
    name: given.name ?? '',
    authType: given.authType ?? (isCognito ? 'cognito_user_pools' : 'custom'),
  };
}
