import type { IncomingMessage } from 'node:http';
import { partitionOf } from '../../../shared/arn.ts';
import type { PublishedApi, PublishedStage, Snapshot } from '../../services/apigatewayv2/index.ts';
import type { EventFacts } from '../shared/event-v2.ts';
import { grouped, headerPairs, newTrace } from '../shared/request-parts.ts';
import type { ApiPlace } from './choose-place.ts';
import type { AuthorizerFacts } from './authorizer-facts.ts';
import type { RouteMatch } from './route-table.ts';

/** A request that found its route. */
export interface HttpApiCall {
  readonly api: PublishedApi;
  readonly stage: PublishedStage;
  readonly snapshot: Snapshot;
  readonly match: RouteMatch;
  /** Decoded, without the stage. */
  readonly routePath: string;
  /** Of a custom domain: what its mapping begins with. */
  readonly basePath: string | undefined;
  /** What a mapping makes of the path to the back end. */
  readonly mappedPath?: string | undefined;
  /** Without the body until that is read. */
  readonly facts: EventFacts;
  /** What stations on the way learn, for those after them. */
  readonly learned: Learned;
}

export interface Learned {
  authorizer?: AuthorizerFacts;
  authorizerMs?: number;
  requestBytes?: number;
  integrationMs?: number;
  /** Of the call to the back end's service. */
  integrationStatus?: number;
  /** In the back end's answer. */
  answeredStatus?: number;
  /** Why the gateway itself answered. */
  error?: { readonly type: string; readonly message: string; readonly reason?: string | undefined };
}

export interface Arrival {
  readonly request: IncomingMessage;
  readonly query: string;
  readonly api: PublishedApi;
  readonly stage: PublishedStage;
  readonly snapshot: Snapshot;
  readonly routePath: string;
  readonly shownPath: string;
  readonly requestId: string;
  /** The Host header when it names the API; undefined in the path form. */
  readonly host: string | undefined;
  readonly custom: ApiPlace['custom'];
}

export function openCall(arrival: Arrival, match: RouteMatch, nowMs: number): HttpApiCall {
  const { request, api, stage, snapshot, routePath } = arrival;
  const { socket } = request;
  const headers = grouped(headerPairs(request.rawHeaders));
  const traceHeader = headers.get('x-amzn-trace-id')?.[0] ?? newTrace(nowMs);
  headers.delete('x-amzn-trace-id');
  const port = socket.localPort ?? 0;
  const facts: EventFacts = {
    method: request.method ?? 'GET',
    path: arrival.shownPath,
    query: arrival.query,
    httpVersion: request.httpVersion,
    headers,
    sentNames: new Map(namesOf(request.rawHeaders).map((name) => [name.toLowerCase(), name])),
    body: new Uint8Array(),
    sourceIp: (socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    port,
    traceHeader,
    nowMs,
    requestId: arrival.requestId,
    accountId: api.accountId,
    apiId: api.apiId,
    // With the port, so that addresses which a function builds from it lead back here.
    domainName: arrival.host ?? `${api.apiId}.execute-api.localhost:${port}`,
    domainPrefix: arrival.custom?.domainPrefix ?? api.apiId,
    routeKey: match.route.RouteKey,
    stage: stage.name,
    pathParameters: match.pathParameters,
    stageVariables: stage.variables,
  };
  return { api, stage, snapshot, match, routePath, basePath: arrival.custom?.basePath, facts, learned: {} };
}

const namesOf = (rawHeaders: readonly string[]): string[] =>
  rawHeaders.filter((_name, index) => index % 2 === 0);

/** Puts the body to a call, with its length where the caller named none. */
export function withBody(call: HttpApiCall, body: Uint8Array): HttpApiCall {
  const headers = new Map(call.facts.headers);
  if (!headers.has('content-length')) headers.set('content-length', [String(body.length)]);
  return { ...call, facts: { ...call.facts, headers, body } };
}

/** The path of a route, which is all of `$default`'s key. */
export function pathOfRoute({ match }: HttpApiCall): string {
  const { RouteKey } = match.route;
  return RouteKey === '$default' ? '$default' : (RouteKey.split(' ')[1] ?? '');
}

export function apiArn({ api }: HttpApiCall): string {
  return `arn:${partitionOf(api.region)}:execute-api:${api.region}:${api.accountId}:${api.apiId}`;
}
