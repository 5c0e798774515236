import { LogText, logTime } from '@/components/patterns/log-text';
import type { LogLine } from '@/lib/domain/logs';

/** Time and text of one line; the text wraps or runs on. */
export function LogLineRow(props: { line: LogLine; zone: string; isWrapped: boolean }) {
  const { line, zone, isWrapped } = props;
  return (
    <div className="flex gap-12 px-12 hover:bg-code-line-active max-tablet:flex-col max-tablet:gap-0">
      <time
        dateTime={new Date(line.atMs).toISOString()}
        className="shrink-0 text-code-line-number tabular-nums max-tablet:text-12"
      >
        {logTime(line.atMs, zone)}
      </time>
      <span className={isWrapped ? 'min-w-0 wrap-anywhere whitespace-pre-wrap' : 'whitespace-pre'}>
        <LogText text={line.text} />
      </span>
    </div>
  );
}
