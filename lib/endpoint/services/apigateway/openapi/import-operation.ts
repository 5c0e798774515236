import type { IntegrationResponse, MethodResponse } from '@aws-sdk/client-api-gateway';
import { own } from '../../../../shared/own.ts';
import { badRequest } from '../errors.ts';
import type { ApiDraft, StoredIntegration, StoredMethod, StoredResource } from '../records.ts';
import { assertIntegration } from '../rules/integrations.ts';
import type { ImportedSecurity } from './import-authorizers.ts';
import { addInlineModel } from './import-models.ts';
import {
  dereference,
  isObject,
  list,
  object,
  text,
  texts,
  type Definition,
  type JsonObject,
} from '../../openapi/index.ts';

export interface ImportContext {
  readonly draft: ApiDraft;
  readonly definition: Definition;
  /** Names of models for names in the file. */
  readonly models: ReadonlyMap<string, string>;
  readonly security: ReadonlyMap<string, ImportedSecurity>;
  readonly warnings: string[];
}

const places: Readonly<Record<string, string>> = { path: 'path', query: 'querystring', header: 'header' };

/** An operation of the file as a method, with what its parameters, security and extensions say. */
export function importOperation(
  context: ImportContext,
  resource: StoredResource,
  verb: string,
  operation: JsonObject,
  shared: readonly unknown[],
  rootSecurity: readonly unknown[],
): StoredMethod {
  const { root } = context.definition;
  const parameters = [...shared, ...list(operation['parameters'])].map((one) => dereference(root, one));
  const method: StoredMethod = {
    httpMethod: verb,
    authorizationType: 'NONE',
    apiKeyRequired: false,
    operationName: text(operation['operationId']),
    requestParameters: filled(requestParameters(parameters)),
    requestModels: filled(requestModels(context, operation, parameters)),
    methodResponses: methodResponses(context, operation),
  };
  applySecurity(context, method, operation, rootSecurity);
  applyValidator(context, method, operation);
  const integration = operation['x-amazon-apigateway-integration'];
  if (integration !== undefined)
    method.methodIntegration = toIntegration(context, dereference(root, integration), resource, verb);
  return method;
}

function requestParameters(parameters: readonly JsonObject[]): Record<string, boolean> {
  const found: Record<string, boolean> = {};
  for (const parameter of parameters) {
    const place = places[text(parameter['in']) ?? ''];
    const name = text(parameter['name']);
    if (place === undefined || name === undefined) continue;
    found[`method.request.${place}.${name}`] = place === 'path' || parameter['required'] === true;
  }
  return found;
}

function requestModels(
  context: ImportContext,
  operation: JsonObject,
  parameters: readonly JsonObject[],
): Record<string, string> {
  const { version, root } = context.definition;
  if (version === '2.0') {
    const schema = parameters.find((one) => one['in'] === 'body')?.['schema'];
    const types = list(operation['consumes'] ?? root['consumes']).flatMap((type) => text(type) ?? []);
    const name = schema === undefined ? undefined : modelName(context, schema);
    const contentTypes = types.length > 0 ? types : ['application/json'];
    return name === undefined ? {} : Object.fromEntries(contentTypes.map((type) => [type, name]));
  }
  return contentModels(context, dereference(root, operation['requestBody'])['content']);
}

function contentModels(context: ImportContext, content: unknown): Record<string, string> {
  const entries = Object.entries(object(content)).flatMap(([type, media]) => {
    const name = modelName(context, object(media)['schema']);
    return name === undefined ? [] : [[type, name] as const];
  });
  return Object.fromEntries(entries);
}

/** A reference names a model; any other schema becomes one. */
function modelName(context: ImportContext, schema: unknown): string | undefined {
  if (!isObject(schema) || Object.keys(schema).length === 0) return undefined;
  const reference = text(schema['$ref']);
  if (reference === undefined) return addInlineModel(context.draft, schema, '');
  const last = reference.slice(reference.lastIndexOf('/') + 1);
  const name = context.models.get(last) ?? last;
  if (own(context.draft.models, name)) return name;
  throw badRequest(`Invalid model identifier specified: ${last}`);
}

function methodResponses(context: ImportContext, operation: JsonObject): Record<string, MethodResponse> {
  const { version, root } = context.definition;
  const found: Record<string, MethodResponse> = {};
  for (const [statusCode, value] of Object.entries(object(operation['responses']))) {
    // `default` and ranges name no status; AWS leaves them out.
    if (!/^[1-5]\d\d$/.test(statusCode)) continue;
    const response = dereference(root, value);
    const headers = Object.keys(object(response['headers']));
    const produced = list(operation['produces'] ?? root['produces']).flatMap((type) => text(type) ?? []);
    const name = version === '2.0' ? modelName(context, response['schema']) : undefined;
    const types = produced.length > 0 ? produced : ['application/json'];
    const responseModels =
      version === '3.0'
        ? contentModels(context, response['content'])
        : name === undefined
          ? {}
          : Object.fromEntries(types.map((type) => [type, name]));
    found[statusCode] = {
      statusCode,
      ...(headers.length > 0 && {
        responseParameters: Object.fromEntries(
          headers.map((header) => [`method.response.header.${header}`, false]),
        ),
      }),
      ...(Object.keys(responseModels).length > 0 && { responseModels }),
    };
  }
  return found;
}

function applySecurity(
  { security, warnings }: ImportContext,
  method: StoredMethod,
  operation: JsonObject,
  rootSecurity: readonly unknown[],
): void {
  const auth = text(object(operation['x-amazon-apigateway-auth'])['type']);
  if (auth !== undefined) method.authorizationType = auth.toUpperCase();
  const own = operation['security'];
  const requirements = Array.isArray(own) ? own : rootSecurity;
  for (const requirement of requirements.map(object)) {
    for (const [name, scopes] of Object.entries(requirement)) {
      const scheme = security.get(name);
      if (!scheme)
        warnings.push(`Security requirement '${name}' of ${method.httpMethod} is not known. Ignoring.`);
      else if (scheme.kind === 'api-key') method.apiKeyRequired = true;
      else if (scheme.kind === 'iam') method.authorizationType = 'AWS_IAM';
      else {
        method.authorizationType = scheme.type;
        method.authorizerId = scheme.id;
        const names = list(scopes).flatMap((scope) => text(scope) ?? []);
        if (names.length > 0) method.authorizationScopes = names;
      }
    }
  }
}

function applyValidator(
  { draft, definition }: ImportContext,
  method: StoredMethod,
  operation: JsonObject,
): void {
  const name =
    text(operation['x-amazon-apigateway-request-validator']) ??
    text(definition.root['x-amazon-apigateway-request-validator']);
  if (name === undefined) return;
  const validator = Object.values(draft.validators).find((one) => one.name === name);
  if (!validator) throw badRequest(`Invalid request validator specified: ${name}`);
  method.requestValidatorId = validator.id;
}

function toIntegration(
  { warnings }: ImportContext,
  given: JsonObject,
  resource: StoredResource,
  verb: string,
): StoredIntegration {
  const timeout = given['timeoutInMillis'];
  const type = text(given['type'])?.toUpperCase();
  const integration: StoredIntegration = {
    type: type as StoredIntegration['type'],
    httpMethod: text(given['httpMethod'])?.toUpperCase(),
    uri: text(given['uri']),
    connectionType: (text(given['connectionType']) ??
      (type === 'HTTP' || type === 'HTTP_PROXY' ? 'INTERNET' : undefined)) as 'INTERNET' | undefined,
    connectionId: text(given['connectionId']),
    integrationTarget: text(given['integrationTarget']),
    credentials: text(given['credentials']),
    requestParameters: filled(mappings(given['requestParameters'], resource, verb, warnings)),
    requestTemplates: filled(texts(given['requestTemplates'])),
    passthroughBehavior: text(given['passthroughBehavior'])?.toUpperCase() ?? 'WHEN_NO_MATCH',
    contentHandling: text(given['contentHandling']) as StoredIntegration['contentHandling'],
    responseTransferMode: text(given['responseTransferMode']) as StoredIntegration['responseTransferMode'],
    timeoutInMillis: typeof timeout === 'number' ? timeout : 29_000,
    cacheNamespace: text(given['cacheNamespace']) ?? resource.id,
    cacheKeyParameters: list(given['cacheKeyParameters']).flatMap((one) => text(one) ?? []),
    ...(isObject(given['tlsConfig']) && {
      tlsConfig: { insecureSkipVerification: given['tlsConfig']['insecureSkipVerification'] === true },
    }),
    integrationResponses: integrationResponses(object(given['responses'])),
  };
  try {
    assertIntegration(integration);
  } catch (error) {
    const reason = error instanceof Error ? ` ${error.message}` : '';
    throw badRequest(
      `Unable to parse API definition because of a malformed integration at path ${resource.path}.${reason}`,
    );
  }
  return integration;
}

/** Mappings are texts; of another value AWS warns, and goes on without it [rec]. */
function mappings(
  given: unknown,
  { path }: StoredResource,
  verb: string,
  warnings: string[],
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(object(given))) {
    if (typeof value === 'string') found[name] = value;
    else {
      warnings.push(
        `Invalid format for 'requestParameters'. Expected type string for property '${name}' of resource '${path}' and method '${verb}' but got '${typeof value === 'object' ? JSON.stringify(value) : String(value)}'`,
      );
    }
  }
  return found;
}

/** A map with nothing in it is not shown [rec]. */
function filled<Value>(map: Record<string, Value>): Record<string, Value> | undefined {
  return Object.keys(map).length > 0 ? map : undefined;
}

/** The file names responses by their pattern; `default` is the one without. */
function integrationResponses(given: JsonObject): Record<string, IntegrationResponse> {
  const found: Record<string, IntegrationResponse> = {};
  for (const [pattern, value] of Object.entries(given)) {
    const response = object(value);
    const statusCode = text(response['statusCode']);
    if (statusCode === undefined) continue;
    const contentHandling = text(response['contentHandling']);
    found[statusCode] = {
      statusCode,
      ...(pattern !== 'default' && { selectionPattern: pattern }),
      responseParameters: filled(texts(response['responseParameters'])),
      responseTemplates: filled(texts(response['responseTemplates'])),
      ...(contentHandling !== undefined && {
        contentHandling: contentHandling as 'CONVERT_TO_TEXT',
      }),
    };
  }
  return found;
}
