import type { EventFacts } from '../shared/event-v2.ts';
import { formatTime, grouped, isTextType } from '../shared/request-parts.ts';

/**
 * The event of payload format 1.0 as HTTP APIs send it: empty members are null. Names of headers, `cognitoAmr` and the
 * missing `authorizer` of open routes are those of events from AWS.
 */
export function toEventV1(
  facts: EventFacts,
  resourcePath: string,
  identity: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  const headers = new Map([...facts.headers].map(([name, values]) => [shownName(name, facts), values]));
  headers.set('X-Amzn-Trace-Id', [facts.traceHeader]);
  headers.set('X-Forwarded-For', [facts.sourceIp]);
  headers.set('X-Forwarded-Port', [String(facts.port)]);
  headers.set('X-Forwarded-Proto', ['http']);
  const query = grouped(new URLSearchParams(facts.query));
  const isText = isTextType(facts.headers.get('content-type')?.[0]);
  const bytes = Buffer.from(facts.body.buffer, facts.body.byteOffset, facts.body.byteLength);
  return {
    version: '1.0',
    resource: resourcePath,
    path: facts.path,
    httpMethod: facts.method,
    headers: lastOf(headers),
    multiValueHeaders: Object.fromEntries(headers),
    queryStringParameters: query.size > 0 ? lastOf(query) : null,
    multiValueQueryStringParameters: query.size > 0 ? Object.fromEntries(query) : null,
    requestContext: {
      accountId: facts.accountId,
      apiId: facts.apiId,
      ...(facts.authorizer && { authorizer: facts.authorizer }),
      domainName: facts.domainName,
      domainPrefix: facts.domainPrefix,
      extendedRequestId: facts.requestId,
      httpMethod: facts.method,
      identity: {
        ...noIdentity,
        ...identity,
        sourceIp: facts.sourceIp,
        userAgent: facts.headers.get('user-agent')?.join(',') ?? null,
      },
      path: facts.path,
      protocol: `HTTP/${facts.httpVersion}`,
      requestId: facts.requestId,
      requestTime: formatTime(facts.nowMs),
      requestTimeEpoch: facts.nowMs,
      resourceId: facts.routeKey,
      resourcePath,
      stage: facts.stage,
    },
    pathParameters: orNull(facts.pathParameters),
    stageVariables: orNull(facts.stageVariables),
    body: bytes.length > 0 ? bytes.toString(isText ? 'utf8' : 'base64') : null,
    isBase64Encoded: bytes.length > 0 && !isText,
  };
}

const noIdentity = {
  accessKey: null,
  accountId: null,
  caller: null,
  cognitoAmr: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: null,
  user: null,
  userAgent: null,
  userArn: null,
};

/** What authorizers are told in format 1.0: no body, no lists of values, and empty members are empty. */
export function toAuthorizerEventV1(facts: EventFacts, resourcePath: string): Record<string, unknown> {
  const event = toEventV1(facts, resourcePath);
  const { version, resource, path, httpMethod, headers, requestContext } = event;
  return {
    version,
    resource,
    path,
    httpMethod,
    headers,
    queryStringParameters: event['queryStringParameters'] ?? {},
    requestContext,
    pathParameters: event['pathParameters'] ?? {},
    stageVariables: event['stageVariables'] ?? {},
  };
}

const gatewayNames = ['Content-Length', 'Content-Type', 'Host', 'User-Agent'];
const gatewaySpelling = new Map(gatewayNames.map((name) => [name.toLowerCase(), name]));
const lowerNames =
  /^(accept|accept-.*|access-control-.*|authorization|cache-control|cookie|date|expect|forwarded|from|if-.*|max-forwards|origin|pragma|range|referer|sec-.*|via)$/;

/** The gateway spells the headers it knows its own way; the rest stand as they were sent. */
function shownName(name: string, { sentNames }: EventFacts): string {
  if (lowerNames.test(name)) return name;
  return gatewaySpelling.get(name) ?? sentNames?.get(name) ?? name;
}

/** Of several values the single map shows the last. */
function lastOf(values: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries([...values].map(([name, all]) => [name, all.at(-1) ?? '']));
}

function orNull(members: Readonly<Record<string, string>> | undefined) {
  return members && Object.keys(members).length > 0 ? members : null;
}
