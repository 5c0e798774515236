import { countIf, type GatewayMeters } from '../shared/gateway-metrics.ts';
import type { RouteAnswer } from './back-end.ts';
import { Refusal } from './refusal.ts';
import type { SocketCall } from './socket-call.ts';

type Stage = Pick<SocketCall['caller'], 'accountId' | 'region' | 'apiId' | 'stageName'>;

const meterOf = (meters: GatewayMeters, { accountId, region, apiId, stageName }: Stage) =>
  meters({ accountId, region, api: { name: 'ApiId', value: apiId }, stage: stageName });

/** Counts one event of a connection: what its route's back end answered, or who refused it. */
export function countCall(meters: GatewayMeters, call: SocketCall, outcome: RouteAnswer | Refusal): void {
  const { nowMs, learned, eventType } = call;
  const meter = meterOf(meters, call.caller);
  const isReached = learned.integrationMs !== undefined;
  if (eventType === 'CONNECT') meter.add('ConnectCount', 'Count', 1, nowMs);
  if (eventType === 'MESSAGE') meter.add('MessageCount', 'Count', 1, nowMs);
  const isRefused = outcome instanceof Refusal;
  const isClientError = isRefused && !isReached && outcome.status >= 400 && outcome.status < 500;
  meter.add('ClientError', 'Count', countIf(isClientError), nowMs);
  meter.add('ExecutionError', 'Count', countIf(isRefused && !isClientError), nowMs);
  const isBad = !isRefused && isReached && outcome.status >= 400;
  meter.add('IntegrationError', 'Count', countIf(isBad), nowMs);
  if (learned.integrationMs !== undefined)
    meter.add('IntegrationLatency', 'Milliseconds', learned.integrationMs, nowMs);
}

/** Messages to clients count as those from them do. */
export function countSent(meters: GatewayMeters, connection: Stage, nowMs: number): void {
  meterOf(meters, connection).add('MessageCount', 'Count', 1, nowMs);
}
