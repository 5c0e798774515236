import type { IntegrationResponse } from '@aws-sdk/client-api-gateway';
import { notImplemented } from '../../../errors.ts';
import { badRequest, notInEnum } from '../errors.ts';
import { applyPatch, entry, flag, listMember, text, wholeNumber, type PatchRule } from '../patch.ts';
import type { StoredIntegration } from '../records.ts';
import { assertVerb } from '../access.ts';
import { limits } from './limits.ts';
import { assertStatusCode } from './methods.ts';

/** In the order in which AWS names them [rec]. */
export const integrationTypes = ['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS'];
const behaviors = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'];
const timeoutRange = { min: 50, max: 300_000 };
/** https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html: up to 15 minutes. */
const streamTimeoutMsMax = 900_000;
const streamUri = /:lambda:path\/2021-11-15\/functions\/.+\/response-streaming-invocations$/;
const serviceUri = /^arn:[\w-]+:apigateway:[\w-]+:(?<host>[\w.-]+):(?<kind>path|action)\/(?<rest>.+)$/;

/** Throws what AWS answers to an integration that cannot work. */
export function assertIntegration(integration: StoredIntegration): void {
  const type = integration.type ?? '';
  if (!integrationTypes.includes(type)) throw notInEnum(type, 'putIntegrationInput.type', integrationTypes);
  if (type !== 'MOCK' && !integration.httpMethod)
    throw badRequest('Enumeration value for HttpMethod must be non-empty');
  if (integration.httpMethod !== undefined) assertVerb(integration.httpMethod);
  if (type === 'HTTP' || type === 'HTTP_PROXY') assertHttpUri(integration);
  if (type === 'AWS' || type === 'AWS_PROXY') assertServiceUri(type, integration.uri ?? '');
  assertConnection(integration);
  assertServable(integration);
  const behavior = integration.passthroughBehavior ?? 'WHEN_NO_MATCH';
  if (!behaviors.includes(behavior))
    throw badRequest(`Invalid passthrough behavior specified. Valid values are ${behaviors.join(', ')}`);
  const timeout = integration.timeoutInMillis;
  const timeoutMax = integration.responseTransferMode === 'STREAM' ? streamTimeoutMsMax : timeoutRange.max;
  if (timeout !== undefined && (timeout < timeoutRange.min || timeout > timeoutMax))
    throw badRequest(`Timeout should be between ${timeoutRange.min} ms and ${timeoutMax} ms`);
  for (const name of Object.keys(integration.requestParameters ?? {})) {
    if (!/^integration\.request\.(?:querystring|header|path)\.\S+$/.test(name))
      throw badRequest(`Invalid mapping expression specified: ${name}`);
  }
  assertTemplates(integration.requestTemplates);
}

/** A back end that would be called in another way than its owner set down is refused. */
function assertServable(integration: StoredIntegration): void {
  const { tlsConfig } = integration;
  const mode = integration.responseTransferMode ?? 'BUFFERED';
  if (mode !== 'BUFFERED' && mode !== 'STREAM')
    throw notInEnum(mode, 'putIntegrationInput.responseTransferMode', ['BUFFERED', 'STREAM']);
  assertTransfer(integration, mode === 'STREAM');
  if (tlsConfig?.insecureSkipVerification === true)
    throw notImplemented('A back end with a certificate that is not verified (insecureSkipVerification)');
}

/** Proxy integrations alone stream, and functions are then called by another operation. Texts are unconfirmed. */
function assertTransfer({ type, uri = '' }: StoredIntegration, isStream: boolean): void {
  if (isStream && type !== 'AWS_PROXY' && type !== 'HTTP_PROXY')
    throw badRequest(
      'Response transfer mode STREAM is only supported for HTTP_PROXY and AWS_PROXY integrations',
    );
  if (isStream && type === 'HTTP_PROXY')
    throw notImplemented('Response streaming of HTTP_PROXY (responseTransferMode STREAM)');
  if (isStream !== streamUri.test(uri) && type === 'AWS_PROXY')
    throw badRequest(
      'Response transfer mode STREAM and a URI that ends with path/2021-11-15/functions/{arn}/response-streaming-invocations belong together',
    );
}

/** Texts are unconfirmed. Whether the link is there is looked up at each call, as a stage variable may name it. */
function assertConnection({ type, connectionType = 'INTERNET', ...others }: StoredIntegration): void {
  const { connectionId, integrationTarget } = others;
  if (!['INTERNET', 'VPC_LINK'].includes(connectionType))
    throw notInEnum(connectionType, 'putIntegrationInput.connectionType', ['INTERNET', 'VPC_LINK']);
  if (connectionType === 'INTERNET') {
    if (connectionId || integrationTarget)
      throw badRequest('connectionId and integrationTarget are for integrations of connection type VPC_LINK');
    return;
  }
  if (type !== 'HTTP' && type !== 'HTTP_PROXY')
    throw badRequest('Connection type VPC_LINK is only supported for HTTP and HTTP_PROXY integrations');
  if (!connectionId) throw badRequest('Connection id must be specified for connection type VPC_LINK');
  if (integrationTarget && !/^arn:[\w-]+:elasticloadbalancing:/.test(integrationTarget))
    throw badRequest('Invalid integration target specified: give the ARN of a load balancer or its listener');
}

function assertHttpUri({ uri }: StoredIntegration): void {
  const isThere = uri !== undefined && uri !== '';
  // Stage variables may stand for the host; they are known when a call comes.
  const isUrl = isThere && (/\$\{stageVariables\./.test(uri) || /^https?:\/\/[^/\s]+/.test(uri));
  if (!isUrl) throw badRequest('Invalid HTTP endpoint specified for URI');
}

function assertServiceUri(type: string, uri: string): void {
  if (!uri.startsWith('arn:')) throw badRequest('Invalid ARN specified in the request');
  const host = serviceUri.exec(uri)?.groups?.['host'];
  if (host === undefined) throw badRequest('AWS ARN for integration must contain path or action');
  if (type === 'AWS_PROXY' && host !== 'lambda' && host !== 'firehose') {
    throw badRequest(
      "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
    );
  }
}

function assertTemplates(templates: Readonly<Record<string, string>> | undefined): void {
  for (const [contentType, template] of Object.entries(templates ?? {})) {
    if (!contentType.includes('/') && contentType !== '$default') {
      throw badRequest(
        `Validation Result: warnings : [], errors : [Invalid content type specified: ${contentType}]`,
      );
    }
    if (Buffer.byteLength(template) > limits.templateBytes)
      throw badRequest(
        `The mapping template for ${contentType} has more than ${limits.templateBytes} bytes.`,
      );
  }
}

export function assertIntegrationResponse(response: IntegrationResponse): void {
  assertStatusCode(response.statusCode);
  for (const [name, source] of Object.entries(response.responseParameters ?? {})) {
    if (!/^method\.response\.header\.\S+$/.test(name) || source === '')
      throw badRequest(
        `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${name}]`,
      );
  }
  assertTemplates(response.responseTemplates);
}

const integrationRules: readonly PatchRule<StoredIntegration>[] = [
  text('type'),
  text('httpMethod'),
  text('uri'),
  text('credentials', { isRemovable: true }),
  text('connectionType'),
  text('connectionId', { isRemovable: true }),
  text('passthroughBehavior'),
  text('contentHandling', { isRemovable: true }),
  text('cacheNamespace'),
  text('responseTransferMode'),
  text('integrationTarget', { isRemovable: true }),
  wholeNumber('timeoutInMillis', { min: timeoutRange.min, max: streamTimeoutMsMax }),
  entry('requestParameters'),
  entry('requestTemplates'),
  listMember('cacheKeyParameters'),
  {
    path: '/tlsConfig/insecureSkipVerification',
    ops: ['replace'],
    apply: (integration, change) => {
      const config = { ...integration.tlsConfig };
      flag<typeof config>('insecureSkipVerification').apply(config, change);
      integration.tlsConfig = config;
    },
  },
];

export function patchIntegration(
  integration: StoredIntegration,
  operations: Parameters<typeof applyPatch>[1],
): void {
  // Callers may name the back end's verb as PutIntegration does.
  const renamed = operations?.map((operation) =>
    operation.path === '/integrationHttpMethod' ? { ...operation, path: '/httpMethod' } : operation,
  );
  applyPatch(integration, renamed, integrationRules);
  if (!integration.contentHandling) integration.contentHandling = undefined;
  integration.cacheKeyParameters ??= [];
  assertIntegration(integration);
}

const responseRules: readonly PatchRule<IntegrationResponse>[] = [
  text('selectionPattern', { isRemovable: true }),
  text('contentHandling', { isRemovable: true }),
  entry('responseParameters'),
  entry('responseTemplates'),
];

export function patchIntegrationResponse(
  response: IntegrationResponse,
  operations: Parameters<typeof applyPatch>[1],
): void {
  applyPatch(response, operations, responseRules);
  assertIntegrationResponse(response);
}
