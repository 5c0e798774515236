/** What of an HTTP request goes into the event. */
export interface UrlRequest {
  readonly method: string;
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  readonly httpVersion: string;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
  readonly sourceIp: string;
  readonly port: number;
}

export interface UrlCaller {
  readonly accountId: string;
  readonly accessKey: string;
}

interface Surroundings {
  readonly urlId: string;
  readonly domainName: string;
  readonly requestId: string;
  readonly traceHeader: string;
  readonly nowMs: number;
  readonly ownerAccount: string;
  /** Undefined under AuthType NONE. */
  readonly caller: UrlCaller | undefined;
}

/** Meant for the next hop alone; and cookies have a member of their own. */
const notForTheFunction = new Set([
  'connection',
  'cookie',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const textPattern = /^(text\/|application\/(json|xml|javascript)\s*(;|$))/i;

/** The event of payload version 2.0. Members that would be empty are left out, as AWS does. */
export function toEvent(request: UrlRequest, around: Surroundings): object {
  const headers = readHeaders(request.rawHeaders);
  const cookies = readCookies(request.rawHeaders);
  const parameters = readParameters(request.query);
  const userAgent = headers.get('user-agent');
  headers.set('x-amzn-trace-id', around.traceHeader);
  headers.set('x-forwarded-for', request.sourceIp);
  headers.set('x-forwarded-port', String(request.port));
  headers.set('x-forwarded-proto', 'http');
  const isText = textPattern.test(headers.get('content-type') ?? '');
  const bytes = Buffer.from(request.body.buffer, request.body.byteOffset, request.body.byteLength);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookies.length > 0 && { cookies }),
    headers: Object.fromEntries(headers),
    ...(parameters && { queryStringParameters: parameters }),
    requestContext: {
      accountId: around.caller ? around.ownerAccount : 'anonymous',
      apiId: around.urlId,
      ...(around.caller && { authorizer: { iam: toIam(around.caller) } }),
      domainName: around.domainName,
      domainPrefix: around.urlId,
      http: {
        method: request.method,
        path: request.path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.sourceIp,
        ...(userAgent !== undefined && { userAgent }),
      },
      requestId: around.requestId,
      routeKey: '$default',
      stage: '$default',
      time: formatTime(around.nowMs),
      timeEpoch: around.nowMs,
    },
    ...(bytes.length > 0 && { body: bytes.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: bytes.length > 0 && !isText,
  };
}

function* pairs(rawHeaders: readonly string[]): Generator<[string, string]> {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    yield [(rawHeaders[index] ?? '').toLowerCase(), rawHeaders[index + 1] ?? ''];
  }
}

/** Lower-case names; repeated ones joined by a comma. */
function readHeaders(rawHeaders: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of pairs(rawHeaders)) {
    if (notForTheFunction.has(name)) continue;
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return headers;
}

function readCookies(rawHeaders: readonly string[]): string[] {
  return [...pairs(rawHeaders)]
    .filter(([name]) => name === 'cookie')
    .flatMap(([, value]) => value.split(';'))
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '');
}

/** Decoded; repeated names joined by a comma. */
function readParameters(query: string): Record<string, string> | undefined {
  if (query === '') return undefined;
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(parameters);
}

function toIam({ accountId, accessKey }: UrlCaller) {
  return {
    accessKey,
    accountId,
    callerId: accountId,
    cognitoIdentity: null,
    principalOrgId: null,
    userArn: `arn:aws:iam::${accountId}:root`,
    userId: accountId,
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `26/Nov/2025:10:00:00 +0000`. */
function formatTime(ms: number): string {
  const [day = '', time = ''] = new Date(ms).toISOString().split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}
