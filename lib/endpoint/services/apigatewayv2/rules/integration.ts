import type { CreateIntegrationRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';
import { given } from '../given.ts';
import type { Protocol, StoredIntegration } from '../records.ts';
import { assertSubtype } from './integration-subtype.ts';
import { changedRequestParameters, changedResponseParameters } from './parameter-mapping.ts';
import { assertPrivateTarget, changedConnection } from './private-integration.ts';
import { changedWebSocketIntegration } from './websocket-integration.ts';

type IntegrationInput = Omit<Partial<CreateIntegrationRequest>, 'ApiId'>;

const foreignMembers = [
  'ContentHandlingStrategy',
  'PassthroughBehavior',
  'RequestTemplates',
  'TemplateSelectionExpression',
] as const;
const httpMethods = ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
const noMethod = 'Enumeration value for HttpMethod must be non-empty';

/** A function's ARN, alone or inside of API Gateway's own; its name may hold stage variables. */
const functionUri =
  /^(arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path\/2015-03-31\/functions\/)?arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[^/]+(\/invocations)?$/;

/** The integration that a change leaves. Refuses what an API of the protocol cannot have and what is not built. */
export function changedIntegration(
  protocol: Protocol,
  before: Pick<StoredIntegration, 'IntegrationId'> & Partial<StoredIntegration>,
  input: IntegrationInput,
): StoredIntegration {
  return protocol === 'WEBSOCKET'
    ? changedWebSocketIntegration(before, input)
    : changedHttpIntegration(before, input);
}

function changedHttpIntegration(
  before: Pick<StoredIntegration, 'IntegrationId'> & Partial<StoredIntegration>,
  input: IntegrationInput,
): StoredIntegration {
  for (const member of foreignMembers)
    if (input[member] !== undefined) throw badRequest(`${member} is not supported for HTTP APIs.`);
  const type = input.IntegrationType ?? before.IntegrationType;
  if (type !== 'AWS_PROXY' && type !== 'HTTP_PROXY')
    throw badRequest(
      `Integration type ${type} is not supported for HTTP APIs. Must be AWS_PROXY or HTTP_PROXY.`,
    );
  const version = input.PayloadFormatVersion ?? before.PayloadFormatVersion;
  const uri = input.IntegrationUri ?? before.IntegrationUri ?? '';
  const timeoutMs = input.TimeoutInMillis ?? before.TimeoutInMillis ?? 30_000;
  const method = input.IntegrationMethod ?? before.IntegrationMethod;
  if (timeoutMs < 50 || timeoutMs > 30_000) throw badRequest('Timeout should be between 50 ms and 30000 ms');
  const subtype = input.IntegrationSubtype ?? before.IntegrationSubtype;
  if (subtype !== undefined && (type !== 'AWS_PROXY' || uri !== ''))
    throw badRequest('IntegrationSubtype is for AWS_PROXY integrations without an IntegrationUri.');
  const connection = changedConnection(before, input);
  const isPrivate = connection.ConnectionType === 'VPC_LINK';
  if (isPrivate && type !== 'HTTP_PROXY')
    throw badRequest('Private integrations (connection type VPC_LINK) are of type HTTP_PROXY.');
  const integration: StoredIntegration = {
    ...before,
    IntegrationType: type,
    TimeoutInMillis: timeoutMs,
    ...connection,
    ...(subtype === undefined ? checkTarget(type, uri, method, isPrivate) : { IntegrationSubtype: subtype }),
    PayloadFormatVersion: subtype === undefined ? checkVersion(version, type) : checkServiceVersion(version),
    ...given(input, ['Description', 'CredentialsArn']),
    ...mappings(before, input, subtype !== undefined),
  };
  if (subtype !== undefined) assertSubtype(subtype, integration);
  return integration;
}

/** A service's parameters are its input; those of other back ends change the request. */
function mappings(before: Partial<StoredIntegration>, input: IntegrationInput, isService: boolean) {
  const { RequestParameters: request, ResponseParameters: response } = input;
  const ofService = withoutEmpty({ ...before.RequestParameters, ...request });
  return {
    ...(request && {
      RequestParameters: isService
        ? ofService
        : changedRequestParameters(before.RequestParameters ?? {}, request),
    }),
    ...(response && {
      ResponseParameters: changedResponseParameters(before.ResponseParameters ?? {}, response),
    }),
  };
}

function withoutEmpty(parameters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
}

function checkTarget(
  type: 'AWS_PROXY' | 'HTTP_PROXY',
  uri: string,
  method: string | undefined,
  isPrivate: boolean,
) {
  return {
    IntegrationUri: uri,
    ...(type === 'AWS_PROXY' ? checkFunction(uri, method) : checkAddress(uri, method, isPrivate)),
  };
}

function checkServiceVersion(version = '1.0'): '1.0' {
  if (version === '1.0') return version;
  throw badRequest(`Invalid PayloadFormatVersion specified: ${version}. Must be 1.0.`);
}

function checkVersion(version: string | undefined, type: 'AWS_PROXY' | 'HTTP_PROXY'): '1.0' | '2.0' {
  if (version === undefined && type === 'HTTP_PROXY') return '1.0';
  if (version === undefined) throw badRequest('PayloadFormatVersion is a required parameter for integration');
  if (version === '1.0' || (version === '2.0' && type === 'AWS_PROXY')) return version;
  const accepted = type === 'AWS_PROXY' ? '1.0 or 2.0' : '1.0';
  throw badRequest(`Invalid PayloadFormatVersion specified: ${version}. Must be ${accepted}.`);
}

/** AWS keeps whatever method is named and calls the function all the same. */
function checkFunction(uri: string, method = 'POST'): { IntegrationMethod: string } {
  if (!functionUri.test(uri)) throw badRequest('Invalid function ARN or invalid uri');
  if (!httpMethods.includes(method)) throw badRequest(noMethod);
  return { IntegrationMethod: method };
}

function checkAddress(
  uri: string,
  method: string | undefined,
  isPrivate: boolean,
): { IntegrationMethod: string } {
  if (method === undefined || !httpMethods.includes(method)) throw badRequest(noMethod);
  if (isPrivate) {
    assertPrivateTarget(uri);
    return { IntegrationMethod: method };
  }
  // What a variable stands for is known at the call only; a stage variable may be the whole beginning.
  const sample = uri
    .replace(/^\$\{stageVariables\.\w+\}/, 'http://v')
    .replaceAll(/\$\{stageVariables\.\w+\}/g, 'v')
    .replaceAll(/\{[\w.\-:]+\+?\}/g, 'p');
  if (!/^https?:\/\/[^/?#\s]/i.test(sample) || !URL.canParse(sample))
    throw badRequest('Invalid HTTP endpoint specified for URI');
  return { IntegrationMethod: method };
}
