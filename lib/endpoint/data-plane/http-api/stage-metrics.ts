import type { Answer } from '../shared/answer.ts';
import { countIf, type GatewayMeters } from '../shared/gateway-metrics.ts';
import { pathOfRoute, type HttpApiCall } from './open-call.ts';

/** Counts one call under the id of its API; of its route too, where the stage's settings ask for that. */
export function countCall(
  meters: GatewayMeters,
  call: HttpApiCall,
  answer: Answer,
  durationMs: number,
): void {
  const { api, stage, facts, learned, match } = call;
  const { RouteSettings, DefaultRouteSettings } = stage.settings;
  const { RouteKey } = match.route;
  const isDetailed =
    RouteSettings?.[RouteKey]?.DetailedMetricsEnabled ?? DefaultRouteSettings?.DetailedMetricsEnabled;
  const meter = meters({
    accountId: api.accountId,
    region: api.region,
    api: { name: 'ApiId', value: api.apiId },
    stage: stage.name,
    detail:
      isDetailed === true && RouteKey !== ''
        ? { method: facts.method, resource: pathOfRoute(call) }
        : undefined,
  });
  const { status, body } = answer;
  const { nowMs } = facts;
  const answeredBytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  meter.add('Count', 'Count', 1, nowMs);
  meter.add('4xx', 'Count', countIf(status >= 400 && status < 500), nowMs);
  meter.add('5xx', 'Count', countIf(status >= 500), nowMs);
  meter.add('Latency', 'Milliseconds', durationMs, nowMs);
  if (learned.integrationMs !== undefined)
    meter.add('IntegrationLatency', 'Milliseconds', learned.integrationMs, nowMs);
  meter.add('DataProcessed', 'Bytes', (learned.requestBytes ?? 0) + answeredBytes, nowMs);
}
