import type {
  TestInvokeAuthorizerRequest,
  TestInvokeAuthorizerResponse,
  TestInvokeMethodRequest,
  TestInvokeMethodResponse,
} from '@aws-sdk/client-api-gateway';
import { randomUUID } from 'node:crypto';
import type { Tester } from '../../services/apigateway/index.ts';
import type { ApiRecord } from '../../services/apigateway/records.ts';
import { newGatewayId } from '../http-api/gateway-id.ts';
import type { Answer } from '../shared/answer.ts';
import { newTrace } from '../shared/request-parts.ts';
import { answerMethod, refused, type Way } from './answer-call.ts';
import { authorizeCognito } from './authorize-cognito.ts';
import { authorizeLambda } from './authorize-lambda.ts';
import type { AuthorizeParts } from './authorize.ts';
import { javaTime, keptLog, spelledName, type KeptLog } from './execution-log.ts';
import { Refusal } from './refusal.ts';
import { queryOf, type MethodCall, type RestCall, type SentHeader } from './rest-call.ts';

interface Parts {
  readonly way: Way;
  readonly authorize: AuthorizeParts;
  readonly now: () => number;
}

const stageName = 'test-invoke-stage';

/** Tests of the API under edit: back ends are really called; authorisation, keys and stage settings are passed over. */
export function createTester({ way, authorize, now }: Parts): Tester {
  const testWay: Way = { ends: way.ends, stations: [] };

  async function method(api: ApiRecord, input: TestInvokeMethodRequest): Promise<TestInvokeMethodResponse> {
    const log = keptLog(now);
    const startMs = performance.now();
    const resource = api.draft.resources[input.resourceId ?? ''];
    const record = resource?.methods[input.httpMethod ?? ''];
    const { call, path } = openTest(api, { ...input, fallback: resource?.path ?? '/' }, now(), log);
    const { answer: given, refusal } =
      resource && record
        ? await answerMethod(testWay, {
            ...call,
            resource,
            methodRecord: record,
            pathParameters: parametersOf(resource.path, path),
          })
        : refused(call, new Refusal('MISSING_AUTHENTICATION_TOKEN'));
    const answer = refusal ? withoutType(given) : await wholeOf(given);
    return {
      status: answer.status,
      body: Buffer.from(answer.body).toString(),
      headers: lastOf(answer),
      multiValueHeaders: allOf(answer),
      log: shownLog(call, log),
      latency: Math.round(performance.now() - startMs),
    };
  }

  async function authorizer(
    api: ApiRecord,
    input: TestInvokeAuthorizerRequest,
  ): Promise<TestInvokeAuthorizerResponse> {
    const log = keptLog(now);
    const startMs = performance.now();
    const { call } = openTest(api, { ...input, fallback: '/', httpMethod: 'GET' }, now(), log);
    const resource = api.draft.resources[api.draft.rootResourceId];
    const tested = api.draft.authorizers[input.authorizerId ?? ''];
    if (!resource || !tested) return { clientStatus: 404, log: '', latency: 0 };
    const methodCall: MethodCall = {
      ...call,
      resource,
      methodRecord: { httpMethod: 'GET', methodResponses: {} },
      pathParameters: {},
    };
    const refusal =
      tested.type === 'COGNITO_USER_POOLS'
        ? await authorizeCognito(authorize.keys, tested, methodCall)
        : await authorizeLambda(authorize, tested, methodCall);
    const { answer } = refusal ? refused(call, refusal) : { answer: undefined };
    const { authorizer: said = {}, policy } = call.learned;
    const { principalId, claims, ...context } = said;
    return {
      // 0 is AWS's word for an authorizer that lets the call pass.
      clientStatus: answer?.status ?? 0,
      log: shownLog(call, log),
      latency: Math.round(performance.now() - startMs),
      ...(typeof principalId === 'string' && { principalId }),
      ...(policy && { policy: JSON.stringify(policy) }),
      ...(typeof claims === 'object' && { claims: claims as Record<string, string> }),
      ...(Object.keys(context).length > 0 && {
        authorization: Object.fromEntries(Object.entries(context).map(([n, v]) => [n, [String(v)]])),
      }),
    };
  }

  return { method, authorizer };
}

interface TestInput {
  readonly httpMethod?: string | undefined;
  readonly pathWithQueryString?: string | undefined;
  readonly body?: string | undefined;
  readonly headers?: Record<string, string> | undefined;
  readonly multiValueHeaders?: Record<string, string[]> | undefined;
  readonly stageVariables?: Record<string, string> | undefined;
  readonly fallback: string;
}

function openTest(api: ApiRecord, input: TestInput, nowMs: number, log: KeptLog) {
  const asked = input.pathWithQueryString ?? '';
  const [path = '', query = ''] = (asked === '' ? input.fallback : asked).split(/\?([^]*)/);
  const headers = new Map<string, SentHeader>();
  for (const [name, value] of Object.entries(input.headers ?? {}))
    headers.set(name.toLowerCase(), { name, values: [value] });
  for (const [name, values] of Object.entries(input.multiValueHeaders ?? {}))
    headers.set(name.toLowerCase(), { name, values });
  const verb = input.httpMethod === 'ANY' ? 'GET' : (input.httpMethod ?? 'GET');
  const call: RestCall = {
    accountId: api.accountId,
    region: api.region,
    apiId: api.apiId,
    stageName,
    stage: undefined,
    deploymentId: '',
    snapshot: api.draft,
    isCanary: false,
    variables: input.stageVariables ?? {},
    method: verb,
    path,
    requestPath: path,
    query: queryOf(query),
    headers,
    body: Buffer.from(input.body ?? ''),
    requestId: randomUUID(),
    extendedRequestId: newGatewayId(),
    traceHeader: newTrace(nowMs),
    nowMs,
    sourceIp: 'test-invoke-source-ip',
    httpVersion: '1.1',
    domainName: 'testPrefix.testDomainName',
    domainPrefix: 'testPrefix',
    vpcEndpointId: undefined,
    vpcId: undefined,
    caller: () => undefined,
    log,
    learned: {},
  };
  return { call, path };
}

const wholeBytesMax = 10 * 1_048_576;

/** A streamed answer as one that is there at once; what is too long is cut, and what broke ends where it broke. */
async function wholeOf(answer: Answer): Promise<Answer> {
  if (!answer.stream) return answer;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of answer.stream) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > wholeBytesMax) break;
    }
  } catch {
    // The function's own log says what happened.
  }
  const { stream: _stream, ...head } = answer;
  return { ...head, body: Buffer.concat(pieces).subarray(0, wholeBytesMax) };
}

/** The gateway's own answers are shown without the type that they have when they are sent [rec]. */
function withoutType(answer: Answer): Answer {
  const { 'content-type': _type, ...headers } = answer.headers;
  return { ...answer, headers };
}

/** The variables of a resource's path in a path that is made after it; a path of another form has none [rec]. */
function parametersOf(pattern: string, path: string): Record<string, string> {
  const segments = path.split('/');
  const found: [string, string][] = [];
  for (const [index, part] of pattern.split('/').entries()) {
    const [, name, plus] = /^\{(.+?)(\+)?\}$/.exec(part) ?? [];
    if (name === undefined) {
      if (part !== segments[index]) return {};
      continue;
    }
    found.push([name, plus === undefined ? (segments[index] ?? '') : segments.slice(index).join('/')]);
  }
  return Object.fromEntries(found);
}

function shownLog({ requestId }: RestCall, { lines }: KeptLog): string {
  const dated = lines.map(({ text, ms }) => `${javaTime(ms)} : ${text}`);
  return [`Execution log for request ${requestId}`, ...dated, ''].join('\n');
}

function allOf({ headers, cookies }: Answer): Record<string, string[]> {
  const all = Object.entries(headers).map(([name, value]): [string, string[]] => [
    spelledName(name),
    typeof value === 'string' ? [value] : [...value],
  ]);
  return Object.fromEntries(cookies.length > 0 ? [...all, ['Set-Cookie', [...cookies]]] : all);
}

function lastOf(answer: Answer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(allOf(answer)).map(([name, values]) => [name, values.at(-1) ?? '']),
  );
}
