import type { ExportResponse, GetExportRequest } from '@aws-sdk/client-api-gateway';
import { stringify } from 'yaml';
import { badRequest } from '../errors.ts';
import type { ApiRecord, Snapshot, StoredMethod, StoredStage } from '../records.ts';
import { exportOperation } from './export-operation.ts';
import { exportSchemas, exportSecurity } from './export-parts.ts';
import type { JsonObject } from '../../openapi/index.ts';

/** Which extensions a caller asked for. */
export interface ExportScope {
  readonly version: '2.0' | '3.0';
  readonly hasIntegrations: boolean;
  readonly hasAuthorizers: boolean;
  readonly hasAll: boolean;
}

/** The deployed API as a definition. `extensions`: `integrations`, `authorizers`, `apigateway` (all), comma-separated. */
export function exportDefinition(
  api: ApiRecord,
  stage: StoredStage,
  snapshot: Snapshot,
  { exportType, parameters = {}, accepts }: GetExportRequest,
  baseUrl: string,
): ExportResponse {
  if (exportType !== 'oas30' && exportType !== 'swagger')
    throw badRequest(`Invalid export type specified: ${exportType ?? ''}. It is oas30 or swagger.`);
  const wanted = (parameters['extensions'] ?? '').split(',').map((one) => one.trim());
  const hasAll = wanted.includes('apigateway');
  const scope: ExportScope = {
    version: exportType === 'swagger' ? '2.0' : '3.0',
    hasIntegrations: hasAll || wanted.includes('integrations'),
    hasAuthorizers: hasAll || wanted.includes('authorizers'),
    hasAll,
  };
  const definition = toDefinition(api, stage, snapshot, scope, baseUrl);
  const isYaml = accepts === 'application/yaml';
  const body = isYaml ? stringify(definition) : JSON.stringify(definition, null, 2);
  const version = versionOf(api, snapshot).replaceAll(/[^\w.:-]/g, '_');
  return {
    contentType: 'application/octet-stream',
    contentDisposition: `attachment; filename="${exportType}_${version}.${isYaml ? 'yaml' : 'json'}"`,
    body: Buffer.from(body),
  };
}

/** The API's own, else when it was made; the name of the file has it, too [rec]. */
function versionOf({ createdMs }: ApiRecord, { settings }: Snapshot): string {
  return settings.version ?? new Date(createdMs).toISOString().replace(/\.\d+/, '');
}

function toDefinition(
  api: ApiRecord,
  stage: StoredStage,
  snapshot: Snapshot,
  scope: ExportScope,
  baseUrl: string,
): JsonObject {
  const { settings } = snapshot;
  const info = {
    title: settings.name,
    ...(settings.description !== undefined && { description: settings.description }),
    version: versionOf(api, snapshot),
  };
  const host = `${api.apiId}.execute-api.${api.region}.amazonaws.com`;
  const schemas = exportSchemas(snapshot, scope.version);
  const security = exportSecurity(snapshot, scope);
  const parts = { paths: exportPaths(snapshot, scope), ...(scope.hasAll && extensionsOf(api, snapshot)) };
  if (scope.version === '2.0') {
    return {
      swagger: '2.0',
      info,
      host,
      basePath: `/${stage.stageName}`,
      schemes: ['https'],
      ...(Object.keys(security).length > 0 && { securityDefinitions: security }),
      ...(Object.keys(schemas).length > 0 && { definitions: schemas }),
      ...parts,
    };
  }
  const components = {
    ...(Object.keys(schemas).length > 0 && { schemas }),
    ...(Object.keys(security).length > 0 && { securitySchemes: security }),
  };
  return {
    openapi: '3.0.1',
    info,
    servers: [
      {
        url: `https://${host}/{basePath}`,
        variables: { basePath: { default: stage.stageName } },
        description: `On this endpoint: ${baseUrl}`,
      },
    ],
    ...parts,
    ...(Object.keys(components).length > 0 && { components }),
  };
}

function exportPaths(snapshot: Snapshot, scope: ExportScope): JsonObject {
  const paths: Record<string, JsonObject> = {};
  const resources = Object.values(snapshot.resources).sort((left, right) =>
    left.path < right.path ? -1 : 1,
  );
  for (const resource of resources) {
    const methods = Object.entries(resource.methods);
    if (methods.length === 0) continue;
    paths[resource.path] = Object.fromEntries(
      methods.map(([verb, method]: [string, StoredMethod]) => [
        verb === 'ANY' ? 'x-amazon-apigateway-any-method' : verb.toLowerCase(),
        exportOperation(snapshot, method, scope),
      ]),
    );
  }
  return paths;
}

function extensionsOf({ tags }: ApiRecord, snapshot: Snapshot): JsonObject {
  const { settings, gatewayResponses, validators } = snapshot;
  const responses = Object.entries(gatewayResponses).map(([type, { responseType: _type, ...response }]) => [
    type,
    response,
  ]);
  const named = Object.values(validators).map(({ id: _id, name = '', ...validator }) => [name, validator]);
  const { vpcEndpointIds = [] } = settings.endpointConfiguration;
  return {
    ...(settings.apiKeySource !== 'HEADER' && {
      'x-amazon-apigateway-api-key-source': settings.apiKeySource,
    }),
    ...(settings.binaryMediaTypes && { 'x-amazon-apigateway-binary-media-types': settings.binaryMediaTypes }),
    ...(settings.minimumCompressionSize !== undefined && {
      'x-amazon-apigateway-minimum-compression-size': settings.minimumCompressionSize,
    }),
    ...(settings.policy !== undefined && {
      'x-amazon-apigateway-policy': JSON.parse(settings.policy) as unknown,
    }),
    ...((settings.disableExecuteApiEndpoint || vpcEndpointIds.length > 0) && {
      'x-amazon-apigateway-endpoint-configuration': {
        disableExecuteApiEndpoint: settings.disableExecuteApiEndpoint,
        ...(vpcEndpointIds.length > 0 && { vpcEndpointIds }),
      },
    }),
    ...(responses.length > 0 && {
      'x-amazon-apigateway-gateway-responses': Object.fromEntries(responses) as unknown,
    }),
    ...(named.length > 0 && {
      'x-amazon-apigateway-request-validators': Object.fromEntries(named) as unknown,
    }),
    ...(Object.keys(tags).length > 0 && {
      'x-amazon-apigateway-tag-value': Object.entries(tags).map(([name, value]) => ({ [name]: value })),
    }),
  };
}
