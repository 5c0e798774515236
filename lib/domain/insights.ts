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

/** Names of a result's columns, in the order in which rows bring them. `@ptr` leads to the event and is not shown. */
export function columnsOf(rows: readonly InsightsRow[]): string[] {
  return [...new Set(rows.flatMap((row) => row.map(({ field }) => field)))].filter((name) => name !== '@ptr');
}

export const valueOf = (row: InsightsRow, name: string): string | undefined =>
  row.find(({ field }) => field === name)?.value;

export interface TimeSeries {
  /** Milliseconds since 1970 of each bar, oldest first. */
  readonly times: readonly number[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/;
const seriesMax = 4;

/** What of a result can be drawn over time: rows that are no events, each with one moment and otherwise numbers. */
export function timeSeriesOf(rows: readonly InsightsRow[]): TimeSeries | undefined {
  const columns = columnsOf(rows);
  if (rows.length === 0 || rows.some((row) => valueOf(row, '@ptr') !== undefined)) return undefined;
  const isAll = (name: string, test: (value: string) => boolean) =>
    rows.every((row) => test(valueOf(row, name) ?? '0'));
  const timeColumns = columns.filter((name) => rows.every((row) => moment.test(valueOf(row, name) ?? '')));
  const others = columns.filter((name) => !timeColumns.includes(name));
  const [time] = timeColumns;
  if (time === undefined || timeColumns.length > 1 || others.length === 0) return undefined;
  if (!others.every((name) => isAll(name, (value) => Number.isFinite(Number(value))))) return undefined;
  const sorted = rows
    .map((row) => ({ row, ms: Date.parse(`${(valueOf(row, time) ?? '').replace(' ', 'T')}Z`) }))
    .sort((left, right) => left.ms - right.ms);
  const toNumber = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    times: sorted.map(({ ms }) => ms),
    series: others
      .slice(0, seriesMax)
      .map((name) => ({ name, values: sorted.map(({ row }) => toNumber(valueOf(row, name))) })),
  };
}

/** A result as a file for spreadsheets. What one of them could take for a formula is kept from being one. */
export function toCsv(rows: readonly InsightsRow[]): string {
  const columns = columnsOf(rows);
  const cell = (value: string) => {
    const isFormula = /^[=+@\t\r]/.test(value) || (/^-/.test(value) && !Number.isFinite(Number(value)));
    const safe = isFormula ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  // Names of fields begin with @ by nature; quoted as they are, they are no formulas of anybody's making.
  const head = columns.map((name) => (/[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name));
  const lines = rows.map((row) => columns.map((name) => cell(valueOf(row, name) ?? '')).join(','));
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
