import { modelOfReference } from '../model-schema.ts';
import type { Snapshot } from '../records.ts';
import type { ExportScope } from './export.ts';
import { isObject, object, text, type JsonObject } from '../../openapi/index.ts';

/** Where references to a schema point in either version. */
export function schemaReference(name: string, version: ExportScope['version']): string {
  return version === '2.0' ? `#/definitions/${name}` : `#/components/schemas/${name}`;
}

/** Models that methods or other models refer to, and those that callers made. */
export function exportSchemas(snapshot: Snapshot, version: ExportScope['version']): JsonObject {
  const used = JSON.stringify(snapshot.resources);
  return Object.fromEntries(
    Object.values(snapshot.models)
      .filter(({ name }) => (name !== 'Empty' && name !== 'Error') || used.includes(`"${name}"`))
      .map(({ name, schema }) => {
        const { $schema: _draft, ...members } = object(converted(JSON.parse(schema) as unknown, version));
        return [name, members];
      }),
  );
}

function converted(value: unknown, version: ExportScope['version']): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => converted(one, version));
  if (!isObject(value)) return value;
  const name = modelOfReference(text(value['$ref']) ?? '');
  if (name !== undefined) return { $ref: schemaReference(name, version) };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, converted(member, version)]));
}

export const apiKeyScheme = 'api_key';
export const iamScheme = 'sigv4';

/** Schemes that methods need: API keys, IAM, and authorizers by their names. */
export function exportSecurity(snapshot: Snapshot, scope: ExportScope): JsonObject {
  const methods = Object.values(snapshot.resources).flatMap((resource) => Object.values(resource.methods));
  const schemes: Record<string, JsonObject> = {};
  if (methods.some((method) => method.apiKeyRequired === true))
    schemes[apiKeyScheme] = { type: 'apiKey', name: 'x-api-key', in: 'header' };
  if (methods.some((method) => method.authorizationType === 'AWS_IAM')) {
    schemes[iamScheme] = {
      type: 'apiKey',
      name: 'Authorization',
      in: 'header',
      'x-amazon-apigateway-authtype': 'awsSigv4',
    };
  }
  for (const { name, id: _id, authType, type = '', ...authorizer } of Object.values(snapshot.authorizers)) {
    const source = authorizer.identitySource ?? '';
    const header = /^method\.request\.header\.([^,\s]+)$/.exec(source)?.[1];
    schemes[name] = {
      type: 'apiKey',
      name: header ?? 'Unused',
      in: 'header',
      'x-amazon-apigateway-authtype': authType,
      ...(scope.hasAuthorizers && {
        'x-amazon-apigateway-authorizer': { ...authorizer, type: type.toLowerCase() },
      }),
    };
  }
  return schemes;
}
