import { invalidValue, validationError } from './errors.ts';
import type { CloudWatchParts } from './parts.ts';
import type { MetricRecord } from './records.ts';
import { statisticOf } from './statistic.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

/** Values by the start of their period, seconds since 1970. */
export type Points = Map<number, number>;

export interface TimeRange {
  /** Seconds since 1970; `from` is a whole minute. */
  readonly from: number;
  readonly to: number;
}

const bucketsMax = 200_000;

export function readRange(start: Date | undefined, end: Date | undefined): TimeRange {
  const from = Math.floor((start?.getTime() ?? NaN) / 60_000) * 60;
  const to = Math.ceil((end?.getTime() ?? NaN) / 1000);
  if (Number.isNaN(from) || Number.isNaN(to))
    throw invalidValue('StartTime and EndTime must be points in time.');
  if (from >= to) throw validationError('The parameter StartTime must be less than the parameter EndTime.');
  return { from, to };
}

export function assertPeriod(period: number | undefined): number {
  if (period === undefined || !Number.isInteger(period) || period < 1)
    throw invalidValue('The parameter Period must be a positive number of seconds.');
  if (period % 60 !== 0)
    throw invalidValue(
      'The parameter Period must be a multiple of 60: this endpoint keeps metrics by the minute.',
    );
  return period;
}

export function assertStatistic(name: string): void {
  if (!statisticOf(name)) throw invalidValue(`The value ${name} for parameter Stat is not supported.`);
}

/** The metric's buckets put together by period and unit. */
export function readTallies(
  { repository }: CloudWatchParts,
  metric: MetricRecord,
  query: { range: TimeRange; period: number; unit: string | undefined; needsBins: boolean },
): { start: number; unit: string; tally: Tally }[] {
  const { range, period, unit } = query;
  // Periods begin at multiples of themselves; the first one counts from its beginning.
  const from = range.from - (range.from % period);
  const rows = repository.readBuckets(
    metric.id,
    { from, to: range.to, periodMax: period },
    query.needsBins,
    bucketsMax + 1,
  );
  if (rows.length > bucketsMax)
    throw validationError('The query reads too many data points. Shorten its time range.');
  const merged = new Map<string, { start: number; unit: string; tally: Tally }>();
  for (const row of rows) {
    if (unit !== undefined && row.unit !== unit) continue;
    const start = row.start - (row.start % period);
    const key = `${start}/${row.unit}`;
    let entry = merged.get(key);
    if (!entry) merged.set(key, (entry = { start, unit: row.unit, tally: emptyTally() }));
    mergeTally(entry.tally, row.tally);
  }
  return [...merged.values()].sort((a, b) => a.start - b.start);
}

/** One statistic of one metric; units, when several were written, are put together. */
export function readPoints(
  parts: CloudWatchParts,
  metric: MetricRecord | undefined,
  query: { range: TimeRange; period: number; unit: string | undefined; statistic: string },
): Points {
  const points: Points = new Map();
  const statistic = statisticOf(query.statistic);
  if (!metric || !statistic) return points;
  const needsBins = !['Sum', 'Average', 'SampleCount', 'Minimum', 'Maximum'].includes(query.statistic);
  const tallies = new Map<number, Tally>();
  for (const { start, tally } of readTallies(parts, metric, { ...query, needsBins })) {
    const known = tallies.get(start);
    if (known) mergeTally(known, tally);
    else tallies.set(start, tally);
  }
  for (const [start, tally] of tallies) {
    const value = statistic(tally);
    if (value !== undefined) points.set(start, value);
  }
  return points;
}
