import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { TraceOutcome, TraceRow } from '@/lib/domain/trace';
import { getTranslator } from '@/lib/i18n/server';
import { RowDetails } from './row-details';
import { TraceStatus } from './trace-status';

const bars: Record<TraceOutcome, string> = {
  ok: 'fill-series-1',
  fault: 'fill-series-error',
  error: 'fill-series-2',
  throttle: 'fill-series-2',
};
const indents = ['', 'pl-12', 'pl-24', 'pl-32', 'pl-40', 'pl-40', 'pl-40', 'pl-40', 'pl-40'] as const;
/** Width of the drawing in its own units; the shortest bar is one of them. */
const scale = 400;

/** Segments of a trace under one another, each where it was in time. */
export async function Waterfall(props: { traceId: string; rows: readonly TraceRow[] }) {
  const t = await getTranslator('metrics');
  const { rows } = props;
  const totalMs = Math.max(1, ...rows.map(({ startMs, durationMs = 0 }) => startMs + durationMs));
  const title = t('traces.waterfall', { id: props.traceId });
  return (
    <Card title={title} meta={t('ms', { value: totalMs.toFixed(0) })} flush>
      <Table caption={title}>
        <thead>
          <tr>
            <HeaderCell>{t('traces.segment')}</HeaderCell>
            <HeaderCell>{t('traces.outcome')}</HeaderCell>
            <HeaderCell align="end">{t('traces.duration')}</HeaderCell>
            <HeaderCell>
              <span className="max-tablet:sr-only">{t('traces.timeline')}</span>
            </HeaderCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell header>
                <div className={indents[row.depth]}>
                  {row.name} <span className="text-12 text-muted">{row.origin}</span>
                  <RowDetails row={row} />
                </div>
                {/* On a phone the timeline stands under the names. */}
                <span className="mt-4 block tablet:hidden">
                  <Bar row={row} totalMs={totalMs} />
                </span>
              </Cell>
              <Cell>
                <TraceStatus outcome={row.outcome} word={t(`traces.${row.outcome}`)} />
              </Cell>
              <Cell align="end">
                <span className="whitespace-nowrap">
                  {row.durationMs === undefined ? t('gap') : t('ms', { value: row.durationMs.toFixed(1) })}
                </span>
              </Cell>
              <Cell>
                <span className="block min-w-menu max-tablet:hidden">
                  <Bar row={row} totalMs={totalMs} />
                </span>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** When a segment ran, along the time of the whole trace. */
function Bar({ row, totalMs }: { row: TraceRow; totalMs: number }) {
  return (
    <svg aria-hidden viewBox={`0 0 ${scale} 12`} preserveAspectRatio="none" className="block h-12 w-full">
      <rect
        x={(row.startMs / totalMs) * (scale - 1)}
        width={Math.max(1, ((row.durationMs ?? totalMs - row.startMs) / totalMs) * scale)}
        y="1"
        height="10"
        className={bars[row.outcome]}
      />
    </svg>
  );
}
