import type { Snapshot, StoredIntegration, StoredMethod } from '../records.ts';
import type { ExportScope } from './export.ts';
import { apiKeyScheme, iamScheme, schemaReference } from './export-parts.ts';
import type { JsonObject } from '../../openapi/index.ts';

const places: Readonly<Record<string, string>> = { path: 'path', querystring: 'query', header: 'header' };

/** A method as an operation of a definition. */
export function exportOperation(snapshot: Snapshot, method: StoredMethod, scope: ExportScope): JsonObject {
  const { version } = scope;
  const bodies = Object.entries(method.requestModels ?? {});
  const [firstBody] = bodies;
  const parameters = Object.entries(method.requestParameters ?? {}).map(([key, required]) => {
    const [, , place = '', ...name] = key.split('.');
    const type = version === '2.0' ? { type: 'string' } : { schema: { type: 'string' } };
    const isRequired = required || place === 'path';
    // Recorded: only 2.0 says what is not required.
    const shown = version === '2.0' || isRequired ? { required: isRequired } : {};
    return { name: name.join('.'), in: places[place], ...shown, ...type };
  });
  const schema = (name: string) => ({ $ref: schemaReference(name, version) });
  const body =
    version === '2.0' && firstBody
      ? [{ in: 'body', name: firstBody[1], required: true, schema: schema(firstBody[1]) }]
      : [];
  const all = [...parameters, ...body];
  const validator = snapshot.validators[method.requestValidatorId ?? ''];
  const security = securityOf(snapshot, method);
  return {
    ...(method.operationName !== undefined && { operationId: method.operationName }),
    ...(version === '2.0' && mediaTypesOf(method)),
    ...(all.length > 0 && { parameters: all }),
    ...(version === '3.0' &&
      bodies.length > 0 && {
        requestBody: {
          content: Object.fromEntries(bodies.map(([type, name]) => [type, { schema: schema(name) }])),
          required: true,
        },
      }),
    responses: responsesOf(method, scope, schema),
    ...(security.length > 0 && { security }),
    ...(validator && scope.hasAll && { 'x-amazon-apigateway-request-validator': validator.name }),
    ...(method.methodIntegration &&
      scope.hasIntegrations && {
        'x-amazon-apigateway-integration': integrationOf(method.methodIntegration),
      }),
  };
}

/** Of models and of templates [rec]. */
function mediaTypesOf({ requestModels, methodResponses, methodIntegration }: StoredMethod): JsonObject {
  const answers = Object.values(methodResponses).map(({ responseModels }) => responseModels);
  const templates = Object.values(methodIntegration?.integrationResponses ?? {}).map(
    ({ responseTemplates }) => responseTemplates,
  );
  const typesOf = (maps: readonly (Readonly<Record<string, string>> | undefined)[]) => [
    ...new Set(maps.flatMap((map) => Object.keys(map ?? {}))),
  ];
  const consumes = typesOf([requestModels, methodIntegration?.requestTemplates]);
  const produces = typesOf([...answers, ...templates]);
  return { ...(consumes.length > 0 && { consumes }), ...(produces.length > 0 && { produces }) };
}

function securityOf(snapshot: Snapshot, method: StoredMethod): JsonObject[] {
  const authorizer = snapshot.authorizers[method.authorizerId ?? ''];
  return [
    ...(authorizer ? [{ [authorizer.name]: method.authorizationScopes ?? [] }] : []),
    ...(method.authorizationType === 'AWS_IAM' ? [{ [iamScheme]: [] }] : []),
    ...(method.apiKeyRequired === true ? [{ [apiKeyScheme]: [] }] : []),
  ];
}

function responsesOf(
  method: StoredMethod,
  { version }: ExportScope,
  schema: (name: string) => JsonObject,
): JsonObject {
  const entries = Object.entries(method.methodResponses).map(([statusCode, response]) => {
    const models = Object.entries(response.responseModels ?? {});
    const [first] = models;
    const headers = Object.keys(response.responseParameters ?? {}).map((key) => [
      key.slice('method.response.header.'.length),
      version === '2.0' ? { type: 'string' } : { schema: { type: 'string' } },
    ]);
    return [
      statusCode,
      {
        description: `${statusCode} response`,
        ...(headers.length > 0 && { headers: Object.fromEntries(headers) as unknown }),
        ...(version === '2.0' && first && { schema: schema(first[1]) }),
        ...(version === '3.0' && {
          content: Object.fromEntries(models.map(([type, name]) => [type, { schema: schema(name) }])),
        }),
      },
    ] as const;
  });
  return Object.fromEntries(entries);
}

function integrationOf(integration: StoredIntegration): JsonObject {
  const {
    integrationResponses,
    type = '',
    cacheNamespace: _namespace,
    connectionType,
    timeoutInMillis,
    ...members
  } = integration;
  const responses = Object.values(integrationResponses).map(({ selectionPattern, ...response }) => [
    selectionPattern || 'default',
    pruned(response),
  ]);
  return {
    ...pruned(members),
    // What is as it always is goes unsaid [rec].
    ...(connectionType === 'VPC_LINK' && { connectionType }),
    ...(timeoutInMillis !== 29_000 && { timeoutInMillis }),
    type: type.toLowerCase(),
    passthroughBehavior: members.passthroughBehavior?.toLowerCase(),
    ...(responses.length > 0 && { responses: Object.fromEntries(responses) as unknown }),
  };
}

/** Without empty maps and lists. */
function pruned(members: object): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter(
      ([, value]: [string, unknown]) =>
        value !== undefined &&
        !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
    ),
  );
}
