/** Log streams and events as the Monitor tab shows them. */

export interface LogStreamRow {
  readonly name: string;
  /** Milliseconds since 1970; undefined for a stream without events. */
  readonly firstEventMs: number | undefined;
  readonly lastEventMs: number | undefined;
  readonly storedBytes: number | undefined;
}

export interface LogLine {
  /** Tells two lines with the same text and time apart. */
  readonly id: string;
  readonly atMs: number;
  readonly text: string;
  readonly stream: string;
}

export type LogLevel = 'error' | 'warn' | 'info' | 'debug' | 'platform' | 'none';

/** The level a line states: Lambda's own lines, a level column, or a JSON line's `level`. */
export function levelOf(text: string): LogLevel {
  if (/^(START|END|REPORT|INIT_START|XRAY|EXTENSION|INIT_REPORT)\b/.test(text)) return 'platform';
  const word =
    /^\d{4}-\d\d-\d\dT[\d:.]+Z\t[\w-]+\t(\w+)\t/.exec(text)?.[1] ??
    /^\[(\w+)\]\t/.exec(text)?.[1] ??
    /"level"\s*:\s*"(\w+)"/.exec(text)?.[1];
  switch (word?.toLowerCase()) {
    case 'error':
    case 'fatal':
    case 'critical':
      return 'error';
    case 'warn':
    case 'warning':
      return 'warn';
    case 'info':
      return 'info';
    case 'debug':
    case 'trace':
      return 'debug';
    default:
      return /\bTask timed out after\b|^Runtime\.\w+|\berrorType\b/.test(text) ? 'error' : 'none';
  }
}
