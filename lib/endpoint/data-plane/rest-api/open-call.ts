import { randomInt, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { PublishedRestStage } from '../../services/apigateway/index.ts';
import { newGatewayId } from '../http-api/gateway-id.ts';
import { newTrace } from '../shared/request-parts.ts';
import { noLog, type ExecutionLog } from './execution-log.ts';
import type { Place } from './place.ts';
import type { StageTrace } from './stage-trace.ts';
import { queryOf, sentHeaders, type RestCall } from './rest-call.ts';

export interface Arrival {
  readonly request: IncomingMessage;
  readonly query: string;
  readonly place: Place;
  readonly stage: PublishedRestStage;
  readonly body: Uint8Array;
  readonly nowMs: number;
  readonly caller: RestCall['caller'];
  readonly vpcId: string | undefined;
  readonly log?: ExecutionLog;
  readonly trace?: StageTrace;
}

const knownVerbs = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

/** The facts of a request. A part of them, as its canary asks for, goes to the canary's deployment. */
export function openCall(arrival: Arrival): RestCall {
  const { request, place, stage, nowMs } = arrival;
  const { api } = place;
  const { socket } = request;
  const port = socket.localPort ?? 0;
  const sourceIp = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const given = request.headers['x-amzn-trace-id'];
  const traceHeader = arrival.trace?.header ?? (typeof given === 'string' ? given : newTrace(nowMs));
  const canary = chooseCanary(stage);
  const settings = stage.stage.canarySettings;
  const override = request.headers['x-http-method-override'];
  const forwarded = request.headers['x-forwarded-for'];
  return {
    accountId: api.accountId,
    region: api.region,
    apiId: api.apiId,
    stageName: stage.name,
    stage: stage.stage,
    deploymentId: canary ? (settings?.deploymentId ?? '') : stage.stage.deploymentId,
    snapshot: canary ?? stage.snapshot,
    isCanary: canary !== undefined,
    variables: { ...stage.stage.variables, ...(canary && settings?.stageVariableOverrides) },
    method: typeof override === 'string' && knownVerbs.has(override) ? override : (request.method ?? 'GET'),
    path: place.path,
    requestPath: place.requestPath,
    query: queryOf(arrival.query),
    headers: sentHeaders(request, {
      'X-Amzn-Trace-Id': traceHeader,
      'X-Forwarded-For': typeof forwarded === 'string' ? `${forwarded}, ${sourceIp}` : sourceIp,
      'X-Forwarded-Port': String(port),
      'X-Forwarded-Proto': 'http',
    }),
    body: arrival.body,
    requestId: randomUUID(),
    extendedRequestId: newGatewayId(),
    traceHeader,
    ...(arrival.trace && { backEndTraceHeader: arrival.trace.backEndHeader }),
    nowMs,
    sourceIp,
    httpVersion: request.httpVersion,
    // With the port, so that addresses which a function builds from it lead back here.
    domainName: (place.isHostForm && request.headers.host) || `${api.apiId}.execute-api.localhost:${port}`,
    domainPrefix: place.domainPrefix ?? api.apiId,
    vpcEndpointId: place.vpcEndpointId,
    vpcId: arrival.vpcId,
    caller: arrival.caller,
    log: arrival.log ?? noLog,
    learned: {},
  };
}

function chooseCanary({ stage, canary }: PublishedRestStage): PublishedRestStage['canary'] {
  const percent = stage.canarySettings?.percentTraffic ?? 0;
  return canary && randomInt(10_000) < percent * 100 ? canary : undefined;
}
