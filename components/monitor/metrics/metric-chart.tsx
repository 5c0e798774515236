'use client';

import clsx from 'clsx';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import {
  type MetricData,
  type MetricGraph,
  type MetricGraphId,
  type MetricSeries,
  type SeriesTone,
} from '@/lib/domain/metrics';
import { ChartGrid } from './chart-grid';
import { barPath, chart, indexAt, linePath, niceCeiling, xOf } from './chart-scale';
import { MetricTable } from './metric-table';
import { useMetricWords } from './use-metric-words';

const strokes: Record<SeriesTone, string> = {
  '1': 'stroke-series-1',
  '2': 'stroke-series-2',
  '3': 'stroke-series-3',
  '4': 'stroke-series-4',
  error: 'stroke-series-error',
  ok: 'stroke-series-ok',
};
const fills: Record<SeriesTone, string> = {
  '1': 'fill-series-1',
  '2': 'fill-series-2',
  '3': 'fill-series-3',
  '4': 'fill-series-4',
  error: 'fill-series-error',
  ok: 'fill-series-ok',
};
/** Lines differ by dash as well as by colour. */
const dashes = [undefined, '6 3', '2 3', '8 2 2 2'] as const;
const labelShares = [0, 1 / 3, 2 / 3, 1] as const;

const valuesOf = (data: MetricData, { id }: MetricSeries) => data.values[id] ?? [];
const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);

/** Sums say how many in all, levels say what was last. */
function currentOf(series: MetricSeries, values: readonly (number | null)[]): number | null {
  const there = known(values);
  if (there.length === 0) return null;
  return series.stat === 'Sum' ? there.reduce((sum, value) => sum + value, 0) : (there.at(-1) ?? null);
}

/** One graph: bars or lines, a cursor that all graphs share, a summary in words and a table. */
export function MetricChart(props: {
  graph: MetricGraph;
  data: MetricData;
  /** The moment under the shared cursor. */
  cursor: number | undefined;
  onCursor: (index: number | undefined) => void;
}) {
  const { graph, data, cursor, onCursor } = props;
  const { t, figure, time } = useMetricWords();
  const { series } = graph;
  const highest = Math.max(0, ...series.flatMap((one) => known(valuesOf(data, one))));
  const top = graph.unit === 'percent' ? 100 : niceCeiling(highest);
  const bars = series.filter(({ look }) => look === 'bar');
  const isLong = data.length * data.periodMs > 86_400_000;
  const momentMs = (index: number) => data.startMs + index * data.periodMs;
  const hasData = series.some((one) => known(valuesOf(data, one)).length > 0);
  const title = t(`graph.${graph.id as MetricGraphId}`);

  const handleMove = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onCursor(indexAt(((event.clientX - box.left) / box.width) * chart.width, data.length));
  };
  const handleKey = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: (cursor ?? data.length) - 1,
      ArrowRight: (cursor ?? -1) + 1,
      Home: 0,
      End: data.length - 1,
    };
    const next = steps[event.key];
    if (event.key === 'Escape') onCursor(undefined);
    else if (next !== undefined) onCursor(Math.max(0, Math.min(data.length - 1, next)));
    else return;
    event.preventDefault();
  };

  return (
    <figure className="flex min-w-0 flex-col gap-8 rounded-8 border border-edge-strong bg-surface p-12">
      <h3 className="text-14">{title}</h3>
      <ul className="flex flex-wrap gap-x-12 gap-y-2 text-12">
        {series.map((one, index) => {
          const values = valuesOf(data, one);
          const shown = cursor === undefined ? currentOf(one, values) : values[cursor];
          return (
            <li key={one.id} className="flex items-center gap-4 whitespace-nowrap">
              <svg aria-hidden width="16" height="8" className={clsx('fill-none', strokes[one.tone])}>
                <path
                  d="M0 4h16"
                  strokeWidth={one.look === 'bar' ? 6 : 2}
                  strokeDasharray={one.look === 'bar' ? undefined : dashes[index]}
                />
              </svg>
              <span className="text-muted">{t(`series.${one.name as 'sum'}`)}</span>
              <span className="font-semibold tabular-nums">{figure(shown, graph.unit)}</span>
            </li>
          );
        })}
      </ul>
      <div
        role="group"
        aria-label={t('chart', { title })}
        tabIndex={0}
        onKeyDown={handleKey}
        onBlur={() => onCursor(undefined)}
        className="rounded-4"
      >
        <svg
          aria-hidden
          viewBox={`0 0 ${chart.width} ${chart.height}`}
          className="block w-full touch-pan-y"
          onPointerMove={handleMove}
          onPointerLeave={() => onCursor(undefined)}
        >
          <ChartGrid top={top} figure={(value) => figure(value, graph.unit === 'ms' ? 'ms' : 'count')} />
          {labelShares.map((share) => (
            <text
              key={share}
              x={chart.left + share * (chart.width - chart.left - chart.right)}
              y={chart.height - 4}
              textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
              className="fill-chart-axis text-12 tabular-nums"
            >
              {isLong && share % 1 !== 0
                ? ''
                : time(data.startMs + share * data.length * data.periodMs, isLong)}
            </text>
          ))}
          {series.map((one, index) =>
            one.look === 'bar' ? (
              <path
                key={one.id}
                d={barPath(valuesOf(data, one), top, { index: bars.indexOf(one), count: bars.length })}
                className={fills[one.tone]}
              />
            ) : (
              <path
                key={one.id}
                d={linePath(valuesOf(data, one), top)}
                strokeWidth={1.75}
                strokeLinecap="round"
                strokeDasharray={dashes[index]}
                className={clsx('fill-none', strokes[one.tone])}
              />
            ),
          )}
          {cursor !== undefined && (
            <path
              d={`M${xOf(cursor, data.length)} ${chart.top}V${chart.height - chart.bottom}`}
              className="stroke-chart-cursor"
            />
          )}
        </svg>
      </div>
      <figcaption className="text-12 text-muted">
        {cursor === undefined
          ? hasData
            ? t('summary', { highest: figure(highest, graph.unit) })
            : t('none')
          : time(momentMs(cursor), true)}
      </figcaption>
      {hasData && (
        <Disclosure summary={<span className="text-12">{t('table')}</span>}>
          <MetricTable title={title} unit={graph.unit} series={series} data={data} />
        </Disclosure>
      )}
    </figure>
  );
}
