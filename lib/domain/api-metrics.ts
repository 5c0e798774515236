import type { ApiProtocol } from './api';
import type { MetricGraph, MetricSeries } from './metrics';

const one = (
  id: string,
  name: string,
  metric: string,
  stat: string,
  tone: MetricSeries['tone'],
  look: MetricSeries['look'] = 'line',
): MetricSeries => ({ id, name, metric, stat, tone, look });

const latency: MetricGraph = {
  id: 'latency',
  unit: 'ms',
  series: [
    one('latency_avg', 'average', 'Latency', 'Average', '1'),
    one('latency_p99', 'p99', 'Latency', 'p99', '4'),
    one('latency_max', 'maximum', 'Latency', 'Maximum', '2'),
  ],
};
const integrationLatency: MetricGraph = {
  id: 'integrationLatency',
  unit: 'ms',
  series: [
    one('integration_avg', 'average', 'IntegrationLatency', 'Average', '1'),
    one('integration_p99', 'p99', 'IntegrationLatency', 'p99', '4'),
    one('integration_max', 'maximum', 'IntegrationLatency', 'Maximum', '2'),
  ],
};
const calls: MetricGraph = {
  id: 'calls',
  unit: 'count',
  series: [one('calls', 'sum', 'Count', 'Sum', '1', 'bar')],
};
const errors = (client: string, server: string): MetricGraph => ({
  id: 'apiErrors',
  unit: 'count',
  series: [
    one('errors_4xx', 'clientErrors', client, 'Sum', '2', 'bar'),
    one('errors_5xx', 'serverErrors', server, 'Sum', 'error', 'bar'),
  ],
});

/** The graphs of an API, of what its protocol reports to `AWS/ApiGateway`. */
export const apiGraphs: Readonly<Record<ApiProtocol, readonly MetricGraph[]>> = {
  REST: [
    calls,
    errors('4XXError', '5XXError'),
    latency,
    integrationLatency,
    {
      id: 'cache',
      unit: 'count',
      series: [
        one('cache_hits', 'hits', 'CacheHitCount', 'Sum', 'ok', 'bar'),
        one('cache_misses', 'misses', 'CacheMissCount', 'Sum', '2', 'bar'),
      ],
    },
  ],
  HTTP: [
    calls,
    errors('4xx', '5xx'),
    latency,
    integrationLatency,
    {
      id: 'dataProcessed',
      unit: 'bytes',
      series: [one('data', 'sum', 'DataProcessed', 'Sum', '3', 'bar')],
    },
  ],
  WEBSOCKET: [
    {
      id: 'connects',
      unit: 'count',
      series: [one('connects', 'sum', 'ConnectCount', 'Sum', '1', 'bar')],
    },
    {
      id: 'messages',
      unit: 'count',
      series: [one('messages', 'sum', 'MessageCount', 'Sum', '3', 'bar')],
    },
    {
      id: 'apiErrors',
      unit: 'count',
      series: [
        one('client_errors', 'client', 'ClientError', 'Sum', '2', 'bar'),
        one('execution_errors', 'execution', 'ExecutionError', 'Sum', 'error', 'bar'),
        one('integration_errors', 'integration', 'IntegrationError', 'Sum', '4', 'bar'),
      ],
    },
    integrationLatency,
  ],
};

/** REST APIs are counted by name, without what is not ASCII, the others by id. */
export function apiDimension(protocol: ApiProtocol, id: string, name: string) {
  if (protocol !== 'REST') return { Name: 'ApiId', Value: id };
  return { Name: 'ApiName', Value: name.replaceAll(/[^\x20-\x7e]/g, '').trim() || id };
}
