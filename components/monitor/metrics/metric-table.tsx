'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { MetricData, MetricSeries, MetricUnit } from '@/lib/domain/metrics';
import { useMetricWords } from './use-metric-words';

/** Moments at first; the others come when asked for. */
const rowsShown = 20;

/** The figures of a graph, the newest first; moments without any are left out. */
export function MetricTable(props: {
  title: string;
  unit: MetricUnit;
  series: readonly MetricSeries[];
  data: MetricData;
}) {
  const { t, figure, time } = useMetricWords();
  const [showsAll, setShowsAll] = useState(false);
  const { series, data } = props;
  const valueOf = (one: MetricSeries, index: number) => data.values[one.id]?.[index] ?? null;
  const moments = Array.from({ length: data.length }, (_, index) => data.length - 1 - index).filter((index) =>
    series.some((one) => valueOf(one, index) !== null),
  );
  const shown = showsAll ? moments : moments.slice(0, rowsShown);
  return (
    <div className="max-h-split overflow-auto">
      <Table caption={props.title}>
        <thead>
          <tr>
            <HeaderCell>{t('time')}</HeaderCell>
            {series.map((one) => (
              <HeaderCell key={one.id} align="end">
                {t(`series.${one.name as 'sum'}`)}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((index) => (
            <Row key={index}>
              <Cell header>{time(data.startMs + index * data.periodMs, true)}</Cell>
              {series.map((one) => (
                <Cell key={one.id} align="end">
                  {figure(valueOf(one, index), props.unit)}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
      {shown.length < moments.length && (
        <Button variant="link" size="small" onClick={() => setShowsAll(true)}>
          {t('more', { count: moments.length - shown.length })}
        </Button>
      )}
    </div>
  );
}
