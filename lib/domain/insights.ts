/** Logs Insights as the console shows it: queries, results, and the graph of those that gather by time. */

export interface InsightsField {
  readonly field: string;
  readonly value: string;
}

/** One row of a result; fields that a row does not have are left out of it. */
export type InsightsRow = readonly InsightsField[];

export type InsightsStatus = 'running' | 'complete' | 'failed' | 'stopped' | 'timeout';

export interface InsightsResult {
  readonly status: InsightsStatus;
  readonly rows: readonly InsightsRow[];
  readonly recordsScanned: number;
  readonly recordsMatched: number;
  readonly bytesScanned: number;
}

export interface SavedQuery {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** How many rows the console asks for; a file of results holds no more. */
export const insightsRowsMax = 1000;
export const insightsQueryMax = 10_000;

const hourMs = 3_600_000;
export const insightsRanges = [
  { id: '15m', ms: hourMs / 4 },
  { id: '1h', ms: hourMs },
  { id: '3h', ms: 3 * hourMs },
  { id: '1d', ms: 24 * hourMs },
  { id: '7d', ms: 7 * 24 * hourMs },
] as const;
export type InsightsRange = (typeof insightsRanges)[number]['id'];

export function readInsightsRange(text: string | undefined): InsightsRange {
  return insightsRanges.find(({ id }) => id === text)?.id ?? '1h';
}

export const insightsRangeMs = (id: InsightsRange) =>
  insightsRanges.find((range) => range.id === id)?.ms ?? hourMs;

/** Queries to begin with. A REPORT line states sizes in bytes, of a million to the MB. */
export const sampleQueries = [
  {
    id: 'latest',
    query: 'fields @timestamp, @message\n| sort @timestamp desc\n| limit 20',
  },
  {
    id: 'errors',
    query:
      'fields @timestamp, @message, @logStream\n| filter @message like /(?i)(error|exception|timed out)/\n| sort @timestamp desc\n| limit 50',
  },
  {
    id: 'slowest',
    query:
      'filter @type = "REPORT"\n| fields @timestamp, @requestId, @duration, @initDuration, @logStream\n| sort @duration desc\n| limit 20',
  },
  {
    id: 'memory',
    query:
      'filter @type = "REPORT"\n| fields @requestId, @maxMemoryUsed / 1000 / 1000 as usedMB, @memorySize / 1000 / 1000 as setMB\n| sort usedMB desc\n| limit 20',
  },
  {
    id: 'coldStarts',
    query:
      'filter @type = "REPORT"\n| stats count(*) as invocations, count(@initDuration) as coldStarts, avg(@initDuration) as averageInitMs by bin(5m)',
  },
  {
    id: 'expensive',
    query:
      'filter @type = "REPORT"\n| fields @timestamp, @requestId, @billedDuration / 1000 * @memorySize / 1000 / 1000 / 1024 as gbSeconds, @logStream\n| sort gbSeconds desc\n| limit 20',
  },
  {
    id: 'latency',
    query:
      'filter @type = "REPORT"\n| stats avg(@duration) as average, pct(@duration, 95) as p95, max(@duration) as slowest by bin(5m)',
  },
] as const;
