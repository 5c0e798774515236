import { badRequest } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { ApiDraft, ApiRecord, StoredMethod, StoredResource } from '../records.ts';
import { assertResponseType } from '../rules/gateway-responses.ts';
import { assertMethod } from '../rules/methods.ts';
import { childPath, addResource } from '../rules/resources.ts';
import { assertSettings } from '../rules/settings.ts';
import { importAuthorizers } from './import-authorizers.ts';
import { importDocumentation } from './import-documentation.ts';
import { importModels } from './import-models.ts';
import { importOperation, type ImportContext } from './import-operation.ts';
import {
  anyMethod,
  basePathOf,
  isObject,
  list,
  object,
  substitute,
  text,
  texts,
  verbs,
  type Definition,
  type JsonObject,
} from '../../openapi/index.ts';

interface ImportOptions {
  readonly accountId: string;
}

/**
 * Brings a definition into an API under edit: what both have is replaced, the rest stays. Parameters are those of the
 * query: `basepath`, `endpointConfigurationTypes`, `ignore`. Returns warnings; throws what cannot be imported.
 */
export function importInto(
  api: ApiRecord,
  definition: Definition,
  parameters: Readonly<Record<string, string>>,
  options: ImportOptions,
): string[] {
  const root = substitute(definition.root, api.region, options.accountId);
  const { draft } = api;
  const warnings: string[] = [];
  importSettings(api, root, parameters);
  const models = importModels(draft, { ...definition, root }, api.apiId, warnings);
  const security = importAuthorizers(draft, { ...definition, root }, warnings);
  importValidators(draft, root);
  importGatewayResponses(draft, root);
  const context: ImportContext = { draft, definition: { ...definition, root }, models, security, warnings };
  const prefix = basePathOf({ ...definition, root }, parameters['basepath'] ?? 'ignore');
  for (const [path, item] of Object.entries(object(root['paths']))) {
    if (!path.startsWith('/'))
      throw badRequest(`Invalid OpenAPI input: the path ${path} has no leading slash.`);
    const resource = ensureResource(draft, `${prefix}${path}`);
    importPath(context, resource, object(item), rootSecurity(root));
  }
  if (!(parameters['ignore'] ?? '').includes('documentation')) importDocumentation(draft, root);
  return warnings;
}

function rootSecurity(root: JsonObject): readonly unknown[] {
  return list(root['security']);
}

function importPath(
  context: ImportContext,
  resource: StoredResource,
  item: JsonObject,
  security: readonly unknown[],
): void {
  const shared = list(item['parameters']);
  for (const [name, operation] of Object.entries(item)) {
    const verb = name === anyMethod ? 'ANY' : verbs.includes(name) ? name.toUpperCase() : undefined;
    if (verb === undefined || !isObject(operation)) continue;
    const method: StoredMethod = importOperation(context, resource, verb, operation, shared, security);
    assertMethod(context.draft, method);
    resource.methods[verb] = method;
  }
}

/** Parents that are missing are made on the way. */
function ensureResource(draft: ApiDraft, path: string): StoredResource {
  let resource = draft.resources[draft.rootResourceId];
  if (!resource) throw badRequest('The API has no root resource.');
  for (const part of path.split('/')) {
    if (part === '') continue;
    const wanted = childPath(resource, part);
    const known: StoredResource | undefined = Object.values(draft.resources).find(
      (one) => one.path === wanted,
    );
    resource = known ?? addResource(draft, resource.id, part);
  }
  return resource;
}

function importSettings(
  api: ApiRecord,
  root: JsonObject,
  parameters: Readonly<Record<string, string>>,
): void {
  const { settings } = api.draft;
  const info = object(root['info']);
  settings.name = text(info['title']) ?? settings.name;
  settings.description = text(info['description']) ?? settings.description;
  settings.version = text(info['version']) ?? settings.version;
  const extension = (name: string) => root[`x-amazon-apigateway-${name}`];
  const source = text(extension('api-key-source'));
  if (source === 'HEADER' || source === 'AUTHORIZER') settings.apiKeySource = source;
  const binary = extension('binary-media-types');
  // Those of the API stay [rec]; one that is overwritten has none any more.
  if (Array.isArray(binary)) {
    const all = [...(settings.binaryMediaTypes ?? []), ...binary.flatMap((one) => text(one) ?? [])];
    settings.binaryMediaTypes = [...new Set(all)];
  }
  const compression = Number(extension('minimum-compression-size') ?? Number.NaN);
  if (Number.isInteger(compression)) settings.minimumCompressionSize = compression;
  if (isObject(extension('policy'))) settings.policy = JSON.stringify(extension('policy'));
  const types = parameters['endpointConfigurationTypes'];
  const endpoint = {
    ...object(object(list(root['servers'])[0])['x-amazon-apigateway-endpoint-configuration']),
    ...object(extension('endpoint-configuration')),
  };
  if (typeof endpoint.disableExecuteApiEndpoint === 'boolean')
    settings.disableExecuteApiEndpoint = endpoint.disableExecuteApiEndpoint;
  const vpcEndpointIds = list(endpoint.vpcEndpointIds).flatMap((id) => text(id) ?? []);
  const wanted = types ?? list(endpoint.types).flatMap((type) => text(type) ?? [])[0];
  if (wanted !== undefined) {
    settings.endpointConfiguration = {
      types: [wanted as 'EDGE'],
      ipAddressType: wanted === 'PRIVATE' ? 'dualstack' : 'ipv4',
      ...(vpcEndpointIds.length > 0 && { vpcEndpointIds }),
    };
  }
  const tags = list(extension('tag-value')).flatMap((tag) => Object.entries(texts(tag)));
  if (tags.length > 0) api.tags = { ...api.tags, ...Object.fromEntries(tags) };
  assertSettings(settings);
}

function importValidators(draft: ApiDraft, root: JsonObject): void {
  for (const [name, given] of Object.entries(object(root['x-amazon-apigateway-request-validators']))) {
    const known = Object.values(draft.validators).find((validator) => validator.name === name);
    const id = known?.id ?? newId(6);
    draft.validators[id] = {
      id,
      name,
      validateRequestBody: object(given)['validateRequestBody'] === true,
      validateRequestParameters: object(given)['validateRequestParameters'] === true,
    };
  }
}

function importGatewayResponses(draft: ApiDraft, root: JsonObject): void {
  for (const [type, given] of Object.entries(object(root['x-amazon-apigateway-gateway-responses']))) {
    assertResponseType(type);
    const { statusCode, responseParameters, responseTemplates } = object(given);
    draft.gatewayResponses[type] = {
      responseType: type as 'DEFAULT_4XX',
      statusCode: text(statusCode),
      responseParameters: texts(responseParameters),
      responseTemplates: texts(responseTemplates),
    };
  }
}
