import type { CreateIntegrationRequest } from '@aws-sdk/client-apigatewayv2';
import { notImplemented } from '../../../errors.ts';
import { badRequest } from '../errors.ts';
import { given } from '../given.ts';
import type { StoredIntegration } from '../records.ts';
import { functionUri } from './function-uri.ts';
import { assertNameSelection } from './selection-expression.ts';

type IntegrationInput = Omit<Partial<CreateIntegrationRequest>, 'ApiId'>;

const types = ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK'] as const;
const httpMethods = ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
const passthroughs = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'];
const foreignMembers = ['IntegrationSubtype', 'ResponseParameters', 'TlsConfig'] as const;

const serviceUri = /^arn:aws[a-z-]*:apigateway:[a-z0-9-]+:([\w-]+\.)?[\w-]+:(path|action)\/.*$/;

/** Where a part of the request to a back end comes from. */
const source =
  /^('.*'|context\.[\w.]+|stageVariables\.\w+|route\.request\.(body(\.[\w.[\]'-]+)?|(header|querystring|multivalueheader|multivaluequerystring)\.[\w!#$%&'*+.^`|~-]+))$/s;

/** The integration of a WebSocket API that a change leaves. */
export function changedWebSocketIntegration(
  before: Pick<StoredIntegration, 'IntegrationId'> & Partial<StoredIntegration>,
  input: IntegrationInput,
): StoredIntegration {
  for (const member of foreignMembers)
    if (input[member] !== undefined) throw badRequest(`${member} is not supported for WEBSOCKET APIs.`);
  if (input.ConnectionType === 'VPC_LINK' || input.ConnectionId !== undefined)
    throw notImplemented('A private integration (ConnectionType VPC_LINK) of a WebSocket API');
  const type = types.find((one) => one === (input.IntegrationType ?? before.IntegrationType));
  if (!type) throw badRequest(`Invalid integration type specified. Must be one of [${types.join(', ')}]`);
  const timeoutMs = input.TimeoutInMillis ?? before.TimeoutInMillis ?? 29_000;
  if (timeoutMs < 50 || timeoutMs > 29_000) throw badRequest('Timeout should be between 50 ms and 29000 ms');
  const passthrough = input.PassthroughBehavior ?? before.PassthroughBehavior ?? 'WHEN_NO_MATCH';
  if (!passthroughs.includes(passthrough))
    throw badRequest(`Invalid passthroughBehavior specified. Must be one of [${passthroughs.join(', ')}]`);
  const uri = input.IntegrationUri ?? before.IntegrationUri;
  const method = input.IntegrationMethod ?? before.IntegrationMethod;
  const { IntegrationResponseSelectionExpression: _before, ...kept } = before;
  const integration: StoredIntegration = {
    ...kept,
    ConnectionType: 'INTERNET',
    IntegrationType: type,
    // A function's own answer is not selected among responses.
    ...(type !== 'AWS_PROXY' && {
      IntegrationResponseSelectionExpression:
        type === 'AWS' && functionUri.test(uri ?? '')
          ? '${integration.response.body.errorMessage}'
          : '${integration.response.statuscode}',
    }),
    PassthroughBehavior: passthrough,
    PayloadFormatVersion: '1.0',
    TimeoutInMillis: timeoutMs,
    ...checkTarget(type, uri, method),
    ...given(input, [
      'ContentHandlingStrategy',
      'CredentialsArn',
      'Description',
      'RequestTemplates',
      'TemplateSelectionExpression',
    ]),
    ...(input.RequestParameters && {
      RequestParameters: withoutEmpty({ ...before.RequestParameters, ...input.RequestParameters }),
    }),
  };
  if (input.PayloadFormatVersion !== undefined && input.PayloadFormatVersion !== '1.0')
    throw badRequest(`Invalid PayloadFormatVersion specified: ${input.PayloadFormatVersion}. Must be 1.0.`);
  if (integration.TemplateSelectionExpression !== undefined)
    assertNameSelection('templateSelectionExpression', integration.TemplateSelectionExpression);
  assertParameters(integration.RequestParameters ?? {});
  return integration;
}

function checkTarget(type: (typeof types)[number], uri: string | undefined, method: string | undefined) {
  if (type === 'MOCK') return {};
  if (type === 'AWS_PROXY') {
    if (!functionUri.test(uri ?? '')) throw badRequest('Invalid function ARN or invalid uri');
    if ((method ?? 'POST') !== 'POST')
      throw badRequest('A Lambda function is integrated with IntegrationMethod POST.');
    return { IntegrationUri: uri, IntegrationMethod: 'POST' };
  }
  if (method === undefined || !httpMethods.includes(method))
    throw badRequest('Enumeration value for HttpMethod must be non-empty');
  if (type === 'AWS') {
    if (!(uri ?? '').startsWith('arn:')) throw badRequest('Invalid ARN specified in the request');
    if (!serviceUri.test(uri ?? '')) throw badRequest('AWS ARN for integration must contain path or action');
  } else {
    // What a variable stands for is known at the call only.
    const sample = (uri ?? '')
      .replace(/^\$\{stageVariables\.\w+\}/, 'http://v')
      .replaceAll(/\$\{stageVariables\.\w+\}|\{[\w.-]+\}/g, 'v');
    if (!/^https?:\/\/[^/?#\s]/i.test(sample) || !URL.canParse(sample))
      throw badRequest('Invalid HTTP endpoint specified for URI');
  }
  return { IntegrationUri: uri, IntegrationMethod: method };
}

function assertParameters(parameters: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (!/^integration\.request\.(header|querystring|path)\.[\w!#$%&'*+.^`|~-]+$/.test(name))
      throw badRequest(
        `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${name}]`,
      );
    if (!source.test(value))
      throw badRequest(
        `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${value}]`,
      );
  }
}

/** A parameter is removed by giving it no text. */
function withoutEmpty(parameters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
}
