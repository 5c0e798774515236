import {
  basePathOf,
  isObject,
  list,
  object,
  substitute,
  text,
  type Definition,
  type JsonObject,
} from '../../openapi/index.ts';
import { badRequest } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';
import type { ApiRecord, ApiSettings } from '../records.ts';
import { checkSettings } from '../rules/api.ts';
import type { Findings } from './findings.ts';
import { importAuthorizers } from './import-authorizers.ts';
import { importRoutes } from './import-routes.ts';
import { missingReferences } from './missing-references.ts';

const descriptionMax = 1024;

/**
 * Puts what a document says in the place of what the API was: routes, integrations and authorizers that it does not
 * name are gone afterwards; stages and deployments stay. The caller holds the transaction.
 *
 * Unconfirmed: that a re-import clears CORS and the switch of the default endpoint when the document is silent; root
 * `security`, which is taken for operations without their own.
 */
export function importInto(
  parts: HttpApiParts,
  api: ApiRecord,
  definition: Definition,
  basepath: string | undefined,
): { readonly api: ApiRecord; readonly found: Findings } {
  if (definition.version !== '3.0') throw badRequest('Only OpenAPI 3.0 is supported for HTTP APIs.');
  const { repository } = parts;
  const { apiId, region, accountId } = api;
  const root = substitute(definition.root, region, accountId);
  const prefix = basePathOf({ ...definition, root }, basepath ?? 'ignore');
  const found: Findings = { warnings: missingReferences(root), info: ignoredParts(root) };
  const imported = { ...api, settings: importedSettings(api.settings, root, found) };
  const before = new Map(repository.listParts(apiId, 'route').map((route) => [route.RouteKey, route]));
  const names = new Map(
    repository.listParts(apiId, 'authorizer').map(({ Name, AuthorizerId }) => [Name, AuthorizerId]),
  );
  for (const { RouteId } of before.values()) repository.deletePart(apiId, 'route', RouteId);
  for (const { IntegrationId } of repository.listParts(apiId, 'integration'))
    repository.deletePart(apiId, 'integration', IntegrationId);
  for (const id of names.values()) repository.deletePart(apiId, 'authorizer', id);
  const security = importAuthorizers(parts, apiId, root, (name) => names.get(name), found);
  importRoutes({ parts, place: api, apiId, root, security, before, found }, prefix);
  const kept = {
    ...imported,
    settings: { ...imported.settings, ImportInfo: found.info, Warnings: found.warnings },
  };
  repository.updateApi(kept);
  return { api: kept, found };
}

function ignoredParts(root: JsonObject): string[] {
  const schemas = Object.keys(object(object(root['components'])['schemas']));
  return schemas.length > 0 ? ['HTTP APIs have no models. Ignoring components.schemas.'] : [];
}

function importedSettings(before: ApiSettings, root: JsonObject, found: Findings): ApiSettings {
  const info = object(root['info']);
  const cors = root['x-amazon-apigateway-cors'];
  const endpoint = {
    ...object(object(list(root['servers'])[0])['x-amazon-apigateway-endpoint-configuration']),
    ...object(root['x-amazon-apigateway-endpoint-configuration']),
  };
  const description = text(info['description']);
  const isTooLong = description !== undefined && description.length > descriptionMax;
  if (isTooLong)
    found.warnings.push(
      `The description has more than ${descriptionMax} characters. Ignoring info.description.`,
    );
  const tags = tagsOf(root);
  return checkSettings(
    {
      ...before,
      Description: undefined,
      Version: undefined,
      CorsConfiguration: undefined,
      DisableExecuteApiEndpoint: false,
    },
    {
      Name: text(info['title']),
      ...(description !== undefined && !isTooLong && { Description: description }),
      Version: text(info['version']),
      ...(isObject(cors) && { CorsConfiguration: corsOf(cors) }),
      DisableExecuteApiEndpoint: endpoint.disableExecuteApiEndpoint === true,
      IpAddressType: text(endpoint.ipAddressType) as 'ipv4' | undefined,
      ...(Object.keys(tags).length > 0 && { Tags: { ...before.Tags, ...tags } }),
    },
  );
}

/** A tag object of the document without the extension is a tag without a value. */
function tagsOf(root: JsonObject): Record<string, string> {
  return Object.fromEntries(
    list(root['tags']).flatMap((one) => {
      const name = text(object(one)['name']);
      return name === undefined ? [] : [[name, text(object(one)['x-amazon-apigateway-tag-value']) ?? '']];
    }),
  );
}

function corsOf(cors: JsonObject) {
  const several = (name: string) => list(cors[name]).flatMap((one) => text(one) ?? []);
  const age = cors['maxAge'];
  return {
    AllowOrigins: several('allowOrigins'),
    AllowMethods: several('allowMethods').map((method) => method.toUpperCase()),
    AllowHeaders: several('allowHeaders'),
    ExposeHeaders: several('exposeHeaders'),
    ...(typeof age === 'number' && { MaxAge: age }),
    ...(typeof cors['allowCredentials'] === 'boolean' && { AllowCredentials: cors['allowCredentials'] }),
  };
}
