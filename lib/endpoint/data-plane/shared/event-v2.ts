import { cookiesOf, formatTime, isTextType } from './request-parts.ts';

/** One HTTP request and its surroundings, as far as events tell of them. */
export interface EventFacts {
  readonly method: string;
  /** As the event shows it, with the stage where it is part of it. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  readonly httpVersion: string;
  /** Lower-case names; without those of one hop. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The names as the caller spelled them, by those in lower case. */
  readonly sentNames?: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  readonly sourceIp: string;
  readonly port: number;
  readonly traceHeader: string;
  readonly nowMs: number;
  readonly requestId: string;
  /** Of the owner; `anonymous` for function URLs without authorisation. */
  readonly accountId: string;
  readonly apiId: string;
  readonly domainName: string;
  readonly domainPrefix: string;
  readonly routeKey: string;
  readonly stage: string;
  readonly authorizer?: object | undefined;
  readonly pathParameters?: Readonly<Record<string, string>> | undefined;
  readonly stageVariables?: Readonly<Record<string, string>> | undefined;
}

/** The event of payload format 2.0. Members that would be empty are left out, as AWS does. */
export function toEventV2(facts: EventFacts): Record<string, unknown> {
  const { pathParameters, stageVariables, authorizer } = facts;
  const cookies = cookiesOf(facts.headers);
  const parameters = joined(new URLSearchParams(facts.query));
  const userAgent = facts.headers.get('user-agent')?.join(',');
  const isText = isTextType(facts.headers.get('content-type')?.[0]);
  const bytes = Buffer.from(facts.body.buffer, facts.body.byteOffset, facts.body.byteLength);
  return {
    version: '2.0',
    routeKey: facts.routeKey,
    rawPath: facts.path,
    rawQueryString: facts.query,
    ...(cookies.length > 0 && { cookies }),
    headers: eventHeaders(facts),
    ...(parameters && { queryStringParameters: parameters }),
    requestContext: {
      accountId: facts.accountId,
      apiId: facts.apiId,
      ...(authorizer && { authorizer }),
      domainName: facts.domainName,
      domainPrefix: facts.domainPrefix,
      http: {
        method: facts.method,
        path: facts.path,
        protocol: `HTTP/${facts.httpVersion}`,
        sourceIp: facts.sourceIp,
        ...(userAgent !== undefined && { userAgent }),
      },
      requestId: facts.requestId,
      routeKey: facts.routeKey,
      stage: facts.stage,
      time: formatTime(facts.nowMs),
      timeEpoch: facts.nowMs,
    },
    ...(bytes.length > 0 && { body: bytes.toString(isText ? 'utf8' : 'base64') }),
    ...(pathParameters && hasMembers(pathParameters) && { pathParameters }),
    isBase64Encoded: bytes.length > 0 && !isText,
    ...(stageVariables && hasMembers(stageVariables) && { stageVariables }),
  };
}

function eventHeaders({ headers, traceHeader, sourceIp, port }: EventFacts): Record<string, string> {
  const shown: [string, string][] = [];
  for (const [name, values] of headers) if (name !== 'cookie') shown.push([name, values.join(',')]);
  shown.push(['x-amzn-trace-id', traceHeader], ['x-forwarded-for', sourceIp]);
  shown.push(['x-forwarded-port', String(port)], ['x-forwarded-proto', 'http']);
  return Object.fromEntries(shown);
}

/** Repeated names joined by a comma; undefined when there is none. */
function joined(pairs: Iterable<readonly [string, string]>): Record<string, string> | undefined {
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return values.size > 0 ? Object.fromEntries(values) : undefined;
}

function hasMembers(members: object): boolean {
  return Object.keys(members).length > 0;
}
