import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SegmentDocument, Traces } from '../../services/xray/index.ts';
import { newTrace } from '../shared/request-parts.ts';
import type { Outcome } from './answer-call.ts';
import type { Place } from './place.ts';
import { headerOf, type RestCall } from './rest-call.ts';

/** The trace of a call to a stage that traces. */
export interface StageTrace {
  /** What the call goes on with. */
  readonly header: string;
  /** Likewise its integration: what it reaches hangs on the call of it. */
  readonly backEndHeader: string;
  ended(call: RestCall, outcome: Outcome): void;
}

/** Undefined where the stage does not trace, and a header that came passes as it is. */
export function beginStageTrace(
  traces: Traces | undefined,
  { api, stage }: Place,
  request: IncomingMessage,
  now: () => number,
): StageTrace | undefined {
  if (!traces || stage?.stage.tracingEnabled !== true) return undefined;
  const startedMs = now();
  const started = performance.now();
  const came = String(request.headers['x-amzn-trace-id'] ?? '');
  const root = /(?:^|;)\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;|$)/i.exec(came)?.[1];
  const traceId = root ?? newTrace(startedMs).slice('Root='.length);
  const parent = /(?:^|;)\s*Parent=([0-9a-f]{16})(?:;|$)/i.exec(came)?.[1];
  const decided = /(?:^|;)\s*Sampled=([01])/.exec(came)?.[1];
  const isSampled =
    decided === undefined ? traces.sample(`${api.apiId}/${stage.name}`, startedMs) : decided === '1';
  if (!isSampled) {
    const header = `Root=${traceId}${parent === undefined ? '' : `;Parent=${parent}`};Sampled=0`;
    return { header, backEndHeader: header, ended: () => undefined };
  }
  const ids = { traceId, parent, own: newId(), backEnd: newId() };
  const headerFrom = (id: string) => `Root=${traceId};Parent=${id};Sampled=1`;
  return {
    header: headerFrom(ids.own),
    backEndHeader: headerFrom(ids.backEnd),
    ended(call, outcome) {
      const secondsOf = (moment: number) => (startedMs + moment - started) / 1000;
      traces.write(api, [segmentOf(call, outcome, ids, { start: startedMs / 1000, secondsOf })]);
    },
  };
}

function segmentOf(
  call: RestCall,
  { answer }: Outcome,
  ids: { traceId: string; parent: string | undefined; own: string; backEnd: string },
  { start, secondsOf }: { start: number; secondsOf: (moment: number) => number },
): SegmentDocument {
  const { accountId, region, apiId, stageName, learned } = call;
  const { integrationFrom, integrationMs } = learned;
  const end = secondsOf(performance.now());
  const agent = headerOf(call, 'user-agent');
  return {
    id: ids.own,
    name: `${call.snapshot.settings.name}/${stageName}`,
    start_time: start,
    end_time: end,
    trace_id: ids.traceId,
    ...(ids.parent !== undefined && { parent_id: ids.parent }),
    origin: 'AWS::ApiGateway::Stage',
    resource_arn: `arn:aws:apigateway:${region}::/restapis/${apiId}/stages/${stageName}`,
    http: {
      request: {
        method: call.method,
        url: `http://${call.domainName}${call.requestPath}`,
        client_ip: call.sourceIp,
        ...(agent !== undefined && { user_agent: agent }),
      },
      response: { status: answer.status },
    },
    aws: {
      api_gateway: {
        account_id: accountId,
        rest_api_id: apiId,
        stage: stageName,
        request_id: call.requestId,
      },
    },
    annotations: { 'aws:api_id': apiId, 'aws:api_stage': stageName },
    ...outcomeOf(answer.status),
    ...(integrationFrom !== undefined &&
      integrationMs !== undefined && {
        subsegments: [
          {
            id: ids.backEnd,
            start_time: secondsOf(integrationFrom),
            end_time: Math.min(end, secondsOf(integrationFrom + integrationMs)),
            ...backEndOf(call),
          },
        ],
      }),
  };
}

/** The called service or host, with the status it gave. */
function backEndOf({ learned }: RestCall): Pick<SegmentDocument, 'name' | 'namespace' | 'http'> {
  const { integrationUri: uri = '', integrationStatus: status } = learned;
  const told = {
    ...(status !== undefined && { http: { response: { status } } }),
    ...outcomeOf(status ?? 200),
  };
  const service = /^arn:[\w-]+:apigateway:[\w-]*:([\w.-]+):/.exec(uri)?.[1]?.split('.').at(-1);
  if (service !== undefined)
    return { name: service === 'lambda' ? 'Lambda' : service, namespace: 'aws', ...told };
  const host = /^https?:\/\/([^/:?]+)/.exec(uri)?.[1];
  return { name: host ?? 'integration', namespace: 'remote', ...told };
}

function outcomeOf(status: number): object {
  return {
    ...(status >= 500 && { fault: true }),
    ...(status >= 400 && status < 500 && { error: true }),
    ...(status === 429 && { throttle: true }),
  };
}

function newId(): string {
  return randomBytes(8).toString('hex');
}
