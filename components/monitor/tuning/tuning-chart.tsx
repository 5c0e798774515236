'use client';

import { useTranslations } from 'use-intl/react';
import type { SizeResult } from '@/lib/domain/memory-tuning';
import { ChartGrid } from '../metrics/chart-grid';
import { chart, linePath, niceCeiling, xOf, yOf } from '../metrics/chart-scale';
import { useFigures } from './use-figures';

/** Time and price over memory, each on a scale of its own; the table beside it has the figures. */
export function TuningChart({ results }: { results: readonly SizeResult[] }) {
  const t = useTranslations('memoryTuning');
  const figures = useFigures();
  const lines = [
    {
      label: t('time'),
      values: results.map(({ averageMs }) => averageMs),
      show: figures.ms,
      stroke: 'stroke-series-1',
      fill: 'fill-series-1',
      dash: undefined,
    },
    {
      label: t('price'),
      values: results.map(({ priceOfMillion }) => priceOfMillion),
      show: figures.dollars,
      stroke: 'stroke-series-2',
      fill: 'fill-series-2',
      dash: '6 3',
    },
  ];
  return (
    <figure aria-label={t('chart')} className="grid gap-16 tablet:grid-cols-2">
      {lines.map((line) => {
        const top = niceCeiling(Math.max(...line.values));
        return (
          <div key={line.label} className="min-w-0 rounded-8 border border-edge-strong bg-surface p-12">
            <p className="text-12 font-medium">{line.label}</p>
            <svg aria-hidden viewBox={`0 0 ${chart.width} ${chart.height}`} className="mt-8 block w-full">
              <ChartGrid top={top} figure={line.show} />
              <path
                d={linePath(line.values, top)}
                strokeWidth={1.75}
                strokeDasharray={line.dash}
                className={`fill-none ${line.stroke}`}
              />
              {results.map(({ memoryMb }, index) => (
                <g key={memoryMb}>
                  <circle
                    cx={xOf(index, results.length)}
                    cy={yOf(line.values[index] ?? 0, top)}
                    r={3}
                    className={line.fill}
                  />
                  <text
                    x={xOf(index, results.length)}
                    y={chart.height - 4}
                    textAnchor="middle"
                    className="fill-chart-axis text-12 tabular-nums"
                  >
                    {memoryMb}
                  </text>
                </g>
              ))}
            </svg>
          </div>
        );
      })}
    </figure>
  );
}
