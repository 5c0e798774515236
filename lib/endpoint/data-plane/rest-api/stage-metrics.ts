import { countIf, type GatewayMeters } from '../shared/gateway-metrics.ts';
import type { Outcome } from './answer-call.ts';
import { settingMet } from './method-settings.ts';
import type { RestCall } from './rest-call.ts';

/**
 * Counts one call under the name of its API. Names lose what is not ASCII, as on AWS; a name with nothing else gives way
 * to the id. Hits and misses are counted where the stage has a cache.
 */
export function countCall(
  meters: GatewayMeters,
  call: RestCall,
  { answer: { status } }: Outcome,
  durationMs: number,
): void {
  const { learned, nowMs, stage } = call;
  const name = (call.snapshot.settings.name ?? '').replaceAll(/[^\x20-\x7e]/g, '').trim();
  const { resource } = learned;
  const isDetailed = settingMet(call)?.metricsEnabled === true;
  const meter = meters({
    accountId: call.accountId,
    region: call.region,
    api: { name: 'ApiName', value: name || call.apiId },
    stage: call.stageName,
    detail: isDetailed && resource ? { method: call.method, resource: resource.path } : undefined,
  });
  meter.add('Count', 'Count', 1, nowMs);
  meter.add('4XXError', 'Count', countIf(status >= 400 && status < 500), nowMs);
  meter.add('5XXError', 'Count', countIf(status >= 500), nowMs);
  meter.add('Latency', 'Milliseconds', durationMs, nowMs);
  if (learned.integrationMs !== undefined)
    meter.add('IntegrationLatency', 'Milliseconds', learned.integrationMs, nowMs);
  if (stage?.cacheClusterEnabled !== true) return;
  meter.add('CacheHitCount', 'Count', countIf(learned.cache === 'hit'), nowMs);
  meter.add('CacheMissCount', 'Count', countIf(learned.cache === 'miss'), nowMs);
}
