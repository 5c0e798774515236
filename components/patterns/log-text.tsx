import { levelOf, type LogLevel } from '@/lib/domain/logs';

const levelClass: Record<LogLevel, string> = {
  error: 'text-danger-text font-medium',
  warn: 'text-warning-text font-medium',
  info: 'text-info-text',
  debug: 'text-muted',
  platform: 'text-muted',
  none: '',
};

/** Splits a line of Lambda's text format into the words before its level, the level and the rest. */
function partsOf(text: string): { readonly before: string; readonly level: string; readonly after: string } {
  const managed = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\t[\w-]+\t(\w+)\t/.exec(text);
  if (managed) return { before: '', level: managed[2] ?? '', after: text.slice(managed[0].length) };
  const python = /^\[(\w+)\]\t[^\t]*\t[^\t]*\t/.exec(text);
  if (python) return { before: '', level: python[1] ?? '', after: text.slice(python[0].length) };
  const json = /^(.*?"level"\s*:\s*")(\w+)(".*)$/s.exec(text);
  if (json) return { before: json[1] ?? '', level: json[2] ?? '', after: json[3] ?? '' };
  return { before: '', level: '', after: text };
}

/** One log line: its level as a coloured word, Lambda's own lines quieter. Time and request id stand elsewhere. */
export function LogText({ text }: { text: string }) {
  const line = text.replace(/\r?\n$/, '');
  const level = levelOf(line);
  const { before, level: word, after } = partsOf(line);
  if (!word) return <span className={level === 'none' ? '' : levelClass[level]}>{line}</span>;
  return (
    <>
      {before}
      <span className={levelClass[level]}>{word}</span>
      {before ? after : ` ${after}`}
    </>
  );
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** `2026-11-22 11:24:07.412` in a time zone, the same in every language as logs are. */
export function logTime(atMs: number, timeZone: string): string {
  const parts = clockOf(timeZone).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return `${day} ${part('hour')}:${part('minute')}:${part('second')}.${part('fractionalSecond')}`;
}
