import type { InsightsRow } from './insights.ts';

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
