/** An execution of a durable function, and what its list is narrowed to. */

export const executionStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'STOPPED'] as const;
export type KnownExecutionStatus = (typeof executionStatuses)[number];

export const isKnownStatus = (status: string): status is KnownExecutionStatus =>
  (executionStatuses as readonly string[]).includes(status);

/** As it stands in the address; times are those of a `datetime-local` field, in UTC. */
export interface ExecutionFilter {
  readonly name: string;
  readonly statuses: readonly KnownExecutionStatus[];
  readonly after: string;
  readonly before: string;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

const localTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
const all = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const first = (value: string | string[] | undefined) => all(value)[0] ?? '';
const timeIn = (text: string) => (localTime.test(text) && !Number.isNaN(Date.parse(`${text}Z`)) ? text : '');

/** The filter of an address; what is none is left out of it. */
export function readExecutionFilter(query: Query): ExecutionFilter {
  return {
    name: first(query.name).trim().slice(0, 64),
    statuses: all(query.status).filter(isKnownStatus),
    after: timeIn(first(query.after)),
    before: timeIn(first(query.before)),
  };
}

export const isFiltered = ({ name, statuses, after, before }: ExecutionFilter): boolean =>
  name !== '' || statuses.length > 0 || after !== '' || before !== '';

/** Milliseconds as people read them: `850 ms`, `12.3 s`, `4 min 5 s`, `3 h 20 min`, `2 d 4 h`. */
export function durationWords(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [Math.floor(seconds) % 60, 's'],
  ];
  const start = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(start, start + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
