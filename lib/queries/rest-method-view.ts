import 'server-only';
import type { Integration, Method, Resource } from '@aws-sdk/client-api-gateway';
import {
  compareVerbs,
  type RestIntegration,
  type RestMethod,
  type RestResource,
} from '@/lib/domain/rest-api/method';

const byStatus = (a: { statusCode: string }, b: { statusCode: string }) =>
  a.statusCode.localeCompare(b.statusCode);

/** AWS leaves out what has its default: the view names it. */
export function integrationView(output: Integration): RestIntegration {
  return {
    type: output.type ?? '',
    httpMethod: output.httpMethod ?? '',
    uri: output.uri ?? '',
    credentials: output.credentials ?? '',
    connectionType: output.connectionType ?? 'INTERNET',
    connectionId: output.connectionId ?? '',
    integrationTarget: output.integrationTarget ?? '',
    parameters: output.requestParameters ?? {},
    templates: output.requestTemplates ?? {},
    passthroughBehavior: output.passthroughBehavior ?? 'WHEN_NO_MATCH',
    contentHandling: output.contentHandling ?? '',
    timeoutMs: output.timeoutInMillis ?? 29_000,
    cacheNamespace: output.cacheNamespace ?? '',
    cacheKeys: output.cacheKeyParameters ?? [],
    skipsVerification: output.tlsConfig?.insecureSkipVerification ?? false,
    transferMode: output.responseTransferMode ?? 'BUFFERED',
    responses: Object.entries(output.integrationResponses ?? {})
      .map(([statusCode, response]) => ({
        statusCode,
        selectionPattern: response.selectionPattern ?? '',
        contentHandling: response.contentHandling ?? '',
        parameters: response.responseParameters ?? {},
        templates: response.responseTemplates ?? {},
      }))
      .sort(byStatus),
  };
}

export function methodView(output: Method, httpMethod: string): RestMethod {
  return {
    httpMethod: output.httpMethod ?? httpMethod,
    authorizationType: output.authorizationType ?? 'NONE',
    authorizerId: output.authorizerId ?? '',
    scopes: output.authorizationScopes ?? [],
    apiKeyRequired: output.apiKeyRequired ?? false,
    validatorId: output.requestValidatorId ?? '',
    operationName: output.operationName ?? '',
    parameters: output.requestParameters ?? {},
    models: output.requestModels ?? {},
    responses: Object.entries(output.methodResponses ?? {})
      .map(([statusCode, response]) => ({
        statusCode,
        headers: Object.keys(response.responseParameters ?? {}).map((name) =>
          name.replace(/^method\.response\.header\./, ''),
        ),
        models: response.responseModels ?? {},
      }))
      .sort(byStatus),
    integration: output.methodIntegration ? integrationView(output.methodIntegration) : null,
  };
}

export function resourceView(output: Resource): RestResource {
  return {
    id: output.id ?? '',
    parentId: output.parentId,
    pathPart: output.pathPart ?? '',
    path: output.path ?? '/',
    methods: Object.entries(output.resourceMethods ?? {})
      .map(([verb, method]) => methodView(method, verb))
      .sort((a, b) => compareVerbs(a.httpMethod, b.httpMethod)),
  };
}
