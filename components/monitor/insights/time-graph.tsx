'use client';

import clsx from 'clsx';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Card } from '@/components/ui/card';
import type { InsightsRow } from '@/lib/domain/insights';
import { timeSeriesOf, type TimeSeries } from '@/lib/domain/insights-rows';
import { ChartGrid } from '../metrics/chart-grid';
import { barPath, chart, niceCeiling } from '../metrics/chart-scale';
import { useReaderZone } from '../reader-zone';

const fills = ['fill-series-1', 'fill-series-2', 'fill-series-3', 'fill-series-4'] as const;
const dayMs = 86_400_000;
/** More bars than this could not be told apart; the table has them all. */
const slotsMax = 400;

/**
 * Bar charts of what a query gathered by time, one for each figure: their scales have nothing in common. Nothing where
 * the rows are no figures over time.
 */
export function TimeGraph({ rows }: { rows: readonly InsightsRow[] }) {
  const t = useTranslations('insights');
  const graph = timeSeriesOf(rows);
  if (!graph) return null;
  return (
    <Card title={t('graph')}>
      <div className="grid gap-16 tablet:grid-cols-2 desktop:grid-cols-3">
        {graph.series.map((series, index) => (
          <Bars key={series.name} times={graph.times} series={series} fill={fills[index % fills.length]} />
        ))}
      </div>
    </Card>
  );
}

function Bars(props: {
  times: readonly number[];
  series: TimeSeries['series'][number];
  fill: string | undefined;
}) {
  const t = useTranslations('insights');
  const format = useFormatter();
  const timeZone = useReaderZone();
  const { name } = props.series;
  const { times, values } = evenly(props.times, props.series.values);
  const highest = Math.max(0, ...values.map((value) => value ?? 0));
  const top = niceCeiling(highest);
  const figure = (value: number) =>
    format.number(value, { notation: 'compact', maximumFractionDigits: value < 10 ? 2 : 1 });
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? 0;
  const time = (ms: number) =>
    format.dateTime(new Date(ms), {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(last - first > dayMs && { month: 'short', day: 'numeric' }),
    });
  return (
    <figure className="flex min-w-0 flex-col gap-8">
      <figcaption className="text-12 text-muted">
        {t('graphOf', { name, highest: figure(highest) })}
      </figcaption>
      {/* The table below says the same in words. */}
      <svg aria-hidden viewBox={`0 0 ${chart.width} ${chart.height}`} className="block w-full">
        <ChartGrid top={top} figure={figure} />
        <text x={chart.left} y={chart.height - 4} className="fill-chart-axis text-12 tabular-nums">
          {time(first)}
        </text>
        {last !== first && (
          <text
            x={chart.width - chart.right}
            y={chart.height - 4}
            textAnchor="end"
            className="fill-chart-axis text-12 tabular-nums"
          >
            {time(last)}
          </text>
        )}
        <path d={barPath(values, top, { index: 0, count: 1 })} className={clsx(props.fill)} />
      </svg>
    </figure>
  );
}

/** Bins without rows get their empty place: bars stand where they are in time. */
function evenly(
  times: readonly number[],
  values: readonly (number | null)[],
): { times: readonly number[]; values: readonly (number | null)[] } {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const step = Math.min(...steps.filter((size) => size > 0));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const count = Math.round((last - first) / step) + 1;
  if (!Number.isFinite(step) || count > slotsMax) return { times, values };
  const spread: (number | null)[] = Array.from({ length: count }, () => null);
  for (const [index, time] of times.entries())
    spread[Math.round((time - first) / step)] = values[index] ?? null;
  return { times: spread.map((_, index) => first + index * step), values: spread };
}
