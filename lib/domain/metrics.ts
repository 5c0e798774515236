/** The graphs of a function: which metrics, which statistic, how they are drawn. */

export type SeriesTone = '1' | '2' | '3' | '4' | 'error' | 'ok';

export interface MetricSeries {
  /** Id of the query; the same in every answer. */
  readonly id: string;
  /** Key of its name in the catalogue. */
  readonly name: string;
  readonly metric: string;
  readonly stat: string;
  readonly tone: SeriesTone;
  readonly look: 'bar' | 'line';
}

export type MetricUnit = 'count' | 'ms' | 'percent' | 'bytes';

export interface MetricGraph {
  readonly id: string;
  readonly unit: MetricUnit;
  readonly series: readonly MetricSeries[];
}

const one = (
  id: string,
  name: string,
  metric: string,
  stat: string,
  tone: SeriesTone,
  look: 'bar' | 'line' = 'line',
): MetricSeries => ({ id, name, metric, stat, tone, look });

/** Success rate is worked out of two metrics; it is asked for as math. */
export const successRate = { id: 'success_rate', expression: '100 - 100 * errors / invocations' } as const;

/** In the order of AWS's console. */
export const metricGraphs = [
  {
    id: 'invocations',
    unit: 'count',
    series: [one('invocations', 'sum', 'Invocations', 'Sum', '1', 'bar')],
  },
  {
    id: 'duration',
    unit: 'ms',
    series: [
      one('duration_min', 'minimum', 'Duration', 'Minimum', '3'),
      one('duration_avg', 'average', 'Duration', 'Average', '1'),
      one('duration_p99', 'p99', 'Duration', 'p99', '4'),
      one('duration_max', 'maximum', 'Duration', 'Maximum', '2'),
    ],
  },
  { id: 'errors', unit: 'count', series: [one('errors', 'errors', 'Errors', 'Sum', 'error', 'bar')] },
  {
    id: 'success',
    unit: 'percent',
    series: [one(successRate.id, 'rate', '', '', 'ok')],
  },
  { id: 'throttles', unit: 'count', series: [one('throttles', 'sum', 'Throttles', 'Sum', '2', 'bar')] },
  {
    id: 'concurrency',
    unit: 'count',
    series: [one('concurrency', 'maximum', 'ConcurrentExecutions', 'Maximum', '1')],
  },
  {
    id: 'recursion',
    unit: 'count',
    series: [one('recursion', 'sum', 'RecursiveInvocationsDropped', 'Sum', 'error', 'bar')],
  },
  {
    id: 'asyncEvents',
    unit: 'count',
    series: [
      one('async_received', 'received', 'AsyncEventsReceived', 'Sum', '1', 'bar'),
      one('async_dropped', 'dropped', 'AsyncEventsDropped', 'Sum', 'error', 'bar'),
    ],
  },
  {
    id: 'asyncAge',
    unit: 'ms',
    series: [
      one('async_age_avg', 'average', 'AsyncEventAge', 'Average', '1'),
      one('async_age_max', 'maximum', 'AsyncEventAge', 'Maximum', '2'),
    ],
  },
  {
    id: 'deliveryFailures',
    unit: 'count',
    series: [
      one('destination_failures', 'destination', 'DestinationDeliveryFailures', 'Sum', 'error', 'bar'),
      one('dead_letter_errors', 'deadLetter', 'DeadLetterErrors', 'Sum', '2', 'bar'),
    ],
  },
  { id: 'iteratorAge', unit: 'ms', series: [one('iterator_age', 'maximum', 'IteratorAge', 'Maximum', '3')] },
  {
    id: 'provisioned',
    unit: 'count',
    series: [
      one('provisioned', 'executions', 'ProvisionedConcurrentExecutions', 'Maximum', '1'),
      one('spillover', 'spillover', 'ProvisionedConcurrencySpilloverInvocations', 'Sum', '2', 'bar'),
    ],
  },
] as const satisfies readonly MetricGraph[];

export type MetricGraphId = (typeof metricGraphs)[number]['id'];

const minute = 60;
const hour = 60 * minute;

/** How far back the graphs reach, and how long one point of them is, in seconds. */
export const metricRanges = [
  { id: '1h', seconds: hour, periodSeconds: minute },
  { id: '3h', seconds: 3 * hour, periodSeconds: minute },
  { id: '12h', seconds: 12 * hour, periodSeconds: 5 * minute },
  { id: '1d', seconds: 24 * hour, periodSeconds: 5 * minute },
  { id: '3d', seconds: 72 * hour, periodSeconds: 15 * minute },
  { id: '1w', seconds: 168 * hour, periodSeconds: hour },
] as const;

export type MetricRangeId = (typeof metricRanges)[number]['id'];

export function metricRange(text: string | undefined) {
  return metricRanges.find(({ id }) => id === text) ?? metricRanges[1];
}

/** One moment of all series; a series that has no value there is a gap, not zero. */
export interface MetricData {
  readonly startMs: number;
  readonly periodMs: number;
  /** Number of moments. */
  readonly length: number;
  /** Values by moment and by id of the series. */
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
}
