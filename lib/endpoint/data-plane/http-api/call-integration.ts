import type { IncomingMessage } from 'node:http';
import type { PublishedApi, PublishedStage, StoredIntegration } from '../../services/apigatewayv2/index.ts';
import { partitionOf } from '../../../shared/arn.ts';
import type { HttpIntegration } from '../integrations/http-proxy.ts';
import { withStageVariables, type IntegrationResult } from '../integrations/integration.ts';
import type { LambdaCall } from '../integrations/lambda.ts';
import type { Answer } from '../shared/answer.ts';
import { toEventV2, type EventFacts } from '../shared/event-v2.ts';
import { toAnswerV1, toAnswerV2 } from '../shared/lambda-answer.ts';
import { grouped, headerPairs, newTrace } from '../shared/request-parts.ts';
import type { JwtFacts } from './authorize-jwt.ts';
import { toEventV1 } from './event-v1.ts';
import { gatewayAnswer } from './gateway-answer.ts';
import { toProxyCall } from './proxy-call.ts';
import type { RouteMatch } from './route-table.ts';

export interface Integrations {
  readonly lambda: (call: LambdaCall) => Promise<IntegrationResult>;
  readonly http: HttpIntegration;
  readonly now: () => number;
  readonly log: { warn(fields: object, message: string): void };
}

/** A request that found its route. */
export interface RoutedRequest {
  readonly request: IncomingMessage;
  readonly query: string;
  readonly body: Uint8Array;
  readonly api: PublishedApi;
  readonly stage: PublishedStage;
  readonly routePath: string;
  readonly shownPath: string;
  readonly requestId: string;
  /** Of the token that let it in; undefined where none was asked for. */
  readonly jwt: JwtFacts | undefined;
  /** The Host header when it names the API; undefined in the path form. */
  readonly host: string | undefined;
}

/** What HTTP APIs call text that a function sends without saying so. */
const defaultType = 'text/plain; charset=utf-8';

const statuses = { failed: 500, unavailable: 503, 'too-large': 413 } as const;

/** Calls the route's back end and turns what became of it into an answer. */
export async function callIntegration(
  { lambda, http, now, log }: Integrations,
  match: RouteMatch,
  integration: StoredIntegration,
  routed: RoutedRequest,
): Promise<Answer> {
  const facts = toFacts(routed, match, now());
  const result =
    integration.IntegrationType === 'AWS_PROXY'
      ? await lambda(toLambdaCall(facts, match, integration, routed))
      : await http.call(toProxyCall(facts, integration, match, routed.routePath));
  if (result.kind === 'answered') return result.answer;
  const { apiId } = routed.api;
  log.warn(
    { apiId, routeKey: match.route.RouteKey, requestId: routed.requestId, reason: result.reason },
    'An HTTP API could not answer with its back end',
  );
  return gatewayAnswer(statuses[result.kind]);
}

function toFacts(routed: RoutedRequest, { route, pathParameters }: RouteMatch, nowMs: number): EventFacts {
  const { request, api } = routed;
  const { socket } = request;
  const headers = grouped(headerPairs(request.rawHeaders));
  const traceHeader = headers.get('x-amzn-trace-id')?.[0] ?? newTrace(nowMs);
  headers.delete('x-amzn-trace-id');
  if (!headers.has('content-length')) headers.set('content-length', [String(routed.body.length)]);
  const port = socket.localPort ?? 0;
  return {
    method: request.method ?? 'GET',
    path: routed.shownPath,
    query: routed.query,
    httpVersion: request.httpVersion,
    headers,
    body: routed.body,
    sourceIp: (socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    port,
    traceHeader,
    nowMs,
    requestId: routed.requestId,
    accountId: api.accountId,
    apiId: api.apiId,
    // With the port, so that addresses which a function builds from it lead back here.
    domainName: routed.host ?? `${api.apiId}.execute-api.localhost:${port}`,
    domainPrefix: api.apiId,
    routeKey: route.RouteKey,
    stage: routed.stage.name,
    pathParameters,
    stageVariables: routed.stage.variables,
  };
}

function toLambdaCall(
  facts: EventFacts,
  { route }: RouteMatch,
  integration: StoredIntegration,
  { api, stage, jwt }: RoutedRequest,
): LambdaCall {
  const isV1 = integration.PayloadFormatVersion === '1.0';
  const routePath = route.RouteKey === '$default' ? '$default' : (route.RouteKey.split(' ')[1] ?? '');
  const called = route.RouteKey === '$default' ? '$default' : `${facts.method}${routePath}`;
  const owner = `${api.region}:${api.accountId}`;
  const arn = `arn:${partitionOf(api.region)}:execute-api:${owner}:${api.apiId}/${stage.name}/${called}`;
  return {
    uri: withStageVariables(integration.IntegrationUri ?? '', stage.variables),
    event: isV1
      ? toEventV1({ ...facts, authorizer: jwt }, routePath)
      : toEventV2({ ...facts, authorizer: jwt && { jwt } }),
    traceHeader: facts.traceHeader,
    timeoutMs: integration.TimeoutInMillis,
    source: integration.CredentialsArn === undefined ? { arn, account: api.accountId } : undefined,
    toAnswer: (payload) =>
      isV1 ? toAnswerV1(payload, 'application/json') : toAnswerV2(payload, defaultType),
  };
}
