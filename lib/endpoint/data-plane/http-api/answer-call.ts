import type { IncomingMessage } from 'node:http';
import type { LogSink } from '../../runtimes/launch.ts';
import type { Snapshot } from '../../services/apigatewayv2/index.ts';
import type { Answer } from '../shared/answer.ts';
import type { GatewayMeters } from '../shared/gateway-metrics.ts';
import { isPreflight, preflightHeaders, withCors } from '../shared/cors.ts';
import { readBody } from '../shared/read-body.ts';
import { routeLimit, type Throttle } from '../shared/token-bucket.ts';
import { writeAccessLog } from './access-log.ts';
import { authorize, type AuthorizeDoors, type Signer } from './authorize.ts';
import { callIntegration, type Integrations } from './call-integration.ts';
import type { ApiPlace } from './choose-place.ts';
import { gatewayAnswer, messageOf } from './gateway-answer.ts';
import { openCall, withBody, type HttpApiCall } from './open-call.ts';
import { countCall } from './stage-metrics.ts';
import { routeTableOf, type RouteMatch } from './route-table.ts';

/** What a call may need besides its API. */
export interface Doors extends Integrations, AuthorizeDoors {
  readonly throttle: Throttle;
  readonly logs: LogSink;
  readonly meters: GatewayMeters;
  /** Who signed a request for `execute-api`; undefined without a good signature. */
  readonly callerOf: (
    request: {
      readonly method: string;
      readonly path: string;
      readonly query: string;
      readonly headers: Readonly<Record<string, string>>;
    },
    body: Uint8Array,
  ) => ReturnType<Signer>;
}

export interface Arrived {
  readonly request: IncomingMessage;
  readonly target: { readonly path: string; readonly query: string };
  readonly place: ApiPlace;
  readonly requestId: string;
}

const bodyBytesMax = 10 * 1_048_576;
const accountLimit = { ratePerSecond: 10_000, burst: 5_000 };
/** Of a request that no route takes. */
const noRoute: RouteMatch = {
  route: { RouteId: '', RouteKey: '' },
  integration: undefined,
  pathParameters: {},
};

/** One call on its way: the stage, preflights, the route with all that stands before it, CORS, the access log. */
export async function answerCall(doors: Doors, arrived: Arrived): Promise<Answer> {
  const { place, request, target, requestId } = arrived;
  const { api, chosen, custom } = place;
  if (chosen === 'malformed') return gatewayAnswer(400);
  const snapshot = chosen?.stage.snapshot;
  if (!snapshot || (snapshot.isEndpointDisabled && !custom)) return gatewayAnswer(404);
  const { stage, routePath, shownPath } = chosen;
  const { headers, method = 'GET' } = request;
  const match = routeTableOf(snapshot).match(method, routePath);
  const host = place.isHostForm ? headers.host : undefined;
  const arrival = {
    request,
    query: target.query,
    api,
    stage,
    snapshot,
    routePath,
    shownPath,
    requestId,
    host,
    custom,
  };
  const startMs = performance.now();
  const call = openCall(arrival, match ?? noRoute, doors.now());
  const preflight = preflightAnswer(request, snapshot);
  const answer = preflight ?? (match ? await answerRoute(doors, arrived, call) : gatewayAnswer(404));
  const whole = preflight ?? { ...answer, headers: withCors(answer.headers, snapshot.cors, headers.origin) };
  const durationMs = Math.round(performance.now() - startMs);
  countCall(doors.meters, call, whole, durationMs);
  writeAccessLog(doors.logs, call, whole, durationMs);
  return whole;
}

function preflightAnswer(
  { headers, method = 'GET' }: IncomingMessage,
  { cors }: Snapshot,
): Answer | undefined {
  const requestedMethod = headers['access-control-request-method'];
  const { origin } = headers;
  return cors && isPreflight({ method, origin, requestedMethod })
    ? { status: 204, headers: preflightHeaders(cors, origin), cookies: [], body: '' }
    : undefined;
}

async function answerRoute(doors: Doors, arrived: Arrived, call: HttpApiCall): Promise<Answer> {
  const { request } = arrived;
  const { route, integration } = call.match;
  // A signature is one of the body, too; nobody else's body is read before it is known who asks.
  const signed = route.AuthorizationType === 'AWS_IAM' ? await readBody(request, bodyBytesMax) : undefined;
  const signer = () => signerOf(doors, arrived, signed instanceof Uint8Array ? signed : new Uint8Array());
  const access = await authorize(doors, request, signer, call);
  if (access.kind === 'refused') return refuse(doors, call, access.answer, access.reason);
  if (access.kind === 'allowed') call.learned.authorizer = access.authorizer;
  if (!isWithinRates(doors.throttle, call)) return refuse(doors, call, gatewayAnswer(429), undefined);
  const body = signed ?? (await readBody(request, bodyBytesMax));
  if (body === 'too-large') return gatewayAnswer(413);
  // Nobody is there any more to read it.
  if (body === 'gone') return gatewayAnswer(400);
  call.learned.requestBytes = body.length;
  // A route without a target, as AWS has it, has nothing to answer with.
  if (!integration) return gatewayAnswer(500);
  return callIntegration(doors, integration, withBody(call, body));
}

function isWithinRates(throttle: Throttle, { api, stage, match }: HttpApiCall): boolean {
  const { RouteKey } = match.route;
  return (
    throttle.take(`${api.apiId}/${stage.name}/${RouteKey}`, routeLimit(stage.settings, RouteKey)) &&
    throttle.take(`account/${api.accountId}/${api.region}`, accountLimit)
  );
}

function signerOf({ callerOf }: Doors, { request, target }: Arrived, body: Uint8Array) {
  // Of request headers only set-cookie can be an array.
  const headers = request.headers as Readonly<Record<string, string>>;
  const { path, query } = target;
  return callerOf({ method: request.method ?? 'GET', path, query, headers }, body);
}

const refusalTypes: Readonly<Record<number, string>> = {
  401: 'UNAUTHORIZED',
  403: 'ACCESS_DENIED',
  429: 'THROTTLED',
};

function refuse({ log }: Doors, call: HttpApiCall, answer: Answer, reason: string | undefined): Answer {
  const { apiId, routeKey, requestId } = call.facts;
  const type = refusalTypes[answer.status] ?? 'AUTHORIZER_FAILURE';
  call.learned.error = { type, message: messageOf(answer), reason };
  if (reason !== undefined)
    log.warn({ apiId, routeKey, requestId, reason }, 'An authorizer of an HTTP API failed');
  return answer;
}
