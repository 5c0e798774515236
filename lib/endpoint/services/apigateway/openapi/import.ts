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
import { isObject, list, object, text, texts, type Definition, type JsonObject } from './parse.ts';

interface ImportOptions {
  readonly accountId: string;
}

const verbs = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const anyMethod = 'x-amazon-apigateway-any-method';

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

export function assertNoWarnings(warnings: readonly string[], failOnWarnings: boolean | undefined): void {
  if (failOnWarnings === true && warnings.length > 0)
    throw badRequest(`Warnings found during import:\n\t${warnings.join('\n\t')}`);
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

/** `ignore` leaves it out, `prepend` puts it before every path, `split` all of it but its first part. */
function basePathOf({ version, root }: Definition, mode: string): string {
  if (!['ignore', 'prepend', 'split'].includes(mode))
    throw badRequest(`Invalid basepath parameter: ${mode}. It is one of ignore, prepend, split.`);
  if (mode === 'ignore') return '';
  const parts = (version === '2.0' ? (text(root['basePath']) ?? '') : serverPath(root))
    .split('/')
    .filter((part) => part !== '');
  const kept = mode === 'split' ? parts.slice(1) : parts;
  return kept.map((part) => `/${part}`).join('');
}

/** A variable named basePath wins, in whichever server; else the path of the first URL. */
function serverPath(root: JsonObject): string {
  const servers = list(root['servers']).map(object);
  for (const server of servers) {
    const path = text(object(object(server['variables'])['basePath'])['default']);
    if (path !== undefined) return path;
  }
  const url = text(servers[0]?.['url']) ?? '';
  return url.startsWith('/') ? url : (/^[a-z]+:\/\/[^/]+(\/.*)?$/i.exec(url)?.[1] ?? '');
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
  if (Array.isArray(binary)) settings.binaryMediaTypes = binary.flatMap((one) => text(one) ?? []);
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

/** The three variables that AWS replaces in imported files. */
function substitute(root: JsonObject, region: string, accountId: string): JsonObject {
  const source = JSON.stringify(root)
    .replaceAll('${AWS::AccountId}', accountId)
    .replaceAll('${AWS::Region}', region)
    .replaceAll('${AWS::Partition}', 'aws');
  return object(JSON.parse(source));
}
