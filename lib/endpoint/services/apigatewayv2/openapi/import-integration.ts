import type { CreateIntegrationRequest } from '@aws-sdk/client-apigatewayv2';
import { isObject, object, text, texts, type JsonObject } from '../../openapi/index.ts';
import type { Findings } from './findings.ts';

type IntegrationInput = Omit<CreateIntegrationRequest, 'ApiId'>;

/** Members of REST APIs' integrations, which HTTP APIs have no use for. */
const foreign = [
  'cacheKeyParameters',
  'cacheNamespace',
  'contentHandling',
  'passthroughBehavior',
  'requestTemplates',
  'responses',
  'responseTransferMode',
];

/** `x-amazon-apigateway-integration` as the input of CreateIntegration. */
export function integrationInput(extension: JsonObject, routeKey: string, found: Findings): IntegrationInput {
  const ignored = foreign.filter((name) => extension[name] !== undefined);
  if (ignored.length > 0)
    found.info.push(
      `Integrations of HTTP APIs do not have ${ignored.join(', ')}. Ignoring for '${routeKey}'.`,
    );
  const timeout = extension['timeoutInMillis'];
  const serverName = text(object(extension['tlsConfig'])['serverNameToVerify']);
  const subtype = text(extension['integrationSubtype']);
  const method = text(extension['httpMethod'])?.toUpperCase();
  return {
    IntegrationType: (text(extension['type']) ?? '').toUpperCase() as 'AWS_PROXY',
    // An integration with a service has none, and exports of others may say one all the same.
    ...(subtype === undefined && {
      IntegrationMethod: method === 'X-AMAZON-APIGATEWAY-ANY-METHOD' ? 'ANY' : method,
    }),
    IntegrationUri: text(extension['uri']),
    IntegrationSubtype: subtype,
    CredentialsArn: text(extension['credentials']),
    ConnectionId: text(extension['connectionId']),
    ConnectionType: text(extension['connectionType'])?.toUpperCase() as 'INTERNET' | undefined,
    PayloadFormatVersion: text(extension['payloadFormatVersion']),
    ...(typeof timeout === 'number' && { TimeoutInMillis: timeout }),
    ...(serverName !== undefined && { TlsConfig: { ServerNameToVerify: serverName } }),
    ...(isObject(extension['requestParameters']) && {
      RequestParameters: texts(extension['requestParameters']),
    }),
    ...(isObject(extension['responseParameters']) && {
      ResponseParameters: Object.fromEntries(
        Object.entries(extension['responseParameters']).map(([status, own]) => [status, texts(own)]),
      ),
    }),
  };
}
