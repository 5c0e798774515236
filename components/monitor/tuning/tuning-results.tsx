'use client';

import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { bestSizes, type SizeResult } from '@/lib/domain/memory-tuning';
import { routes, withQuery, type Place } from '@/lib/routes';
import { TuningChart } from './tuning-chart';
import { useFigures } from './use-figures';

/** What each size came to, which are best, and the way to the edit page with one of them. */
export function TuningResults(props: {
  place: Place;
  functionName: string;
  results: readonly SizeResult[];
  currentMb: number;
  /** A tuning that goes on recommends nothing yet. */
  isComplete: boolean;
}) {
  const { place, functionName, results, currentMb } = props;
  const t = useTranslations('memoryTuning');
  const figures = useFigures();
  const best = bestSizes(results);
  const marks = (['cheapest', 'fastest', 'balanced'] as const).filter(() => props.isComplete);
  const worthUsing = [...new Set(marks.flatMap((mark) => best[mark] ?? []))].filter((mb) => mb !== currentMb);
  return (
    <section aria-label={t('results')} className="flex min-w-0 flex-col gap-16">
      <h2 className="text-16">{t('results')}</h2>
      <TuningChart results={results} />
      <div className="rounded-8 border border-edge-strong bg-surface">
        <Table caption={t('results')}>
          <thead>
            <tr>
              <HeaderCell align="end">{t('memory')}</HeaderCell>
              <HeaderCell align="end">{t('time')}</HeaderCell>
              <HeaderCell align="end">{t('range')}</HeaderCell>
              <HeaderCell align="end">{t('cold')}</HeaderCell>
              <HeaderCell align="end">{t('used')}</HeaderCell>
              <HeaderCell align="end">{t('price')}</HeaderCell>
              <HeaderCell>{t('errors')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <Row key={result.memoryMb}>
                <Cell header align="end">
                  <span className="flex flex-wrap items-center justify-end gap-4">
                    {marks
                      .filter((mark) => best[mark] === result.memoryMb)
                      .map((mark) => (
                        <Chip key={mark}>{t(mark)}</Chip>
                      ))}
                    {result.memoryMb === currentMb && <Chip>{t('current')}</Chip>}
                    <span className="whitespace-nowrap">{figures.mb(result.memoryMb)}</span>
                  </span>
                </Cell>
                <Cell align="end">
                  <span className="whitespace-nowrap">{figures.ms(result.averageMs)}</span>
                </Cell>
                <Cell align="end" muted>
                  <span className="whitespace-nowrap">
                    {figures.ms(result.lowestMs)} – {figures.ms(result.highestMs)}
                  </span>
                </Cell>
                <Cell align="end" muted>
                  {result.coldMs === undefined ? '–' : figures.ms(result.coldMs)}
                </Cell>
                <Cell align="end" muted>
                  {result.maxMemoryUsedMb === undefined ? '–' : figures.mb(result.maxMemoryUsedMb)}
                </Cell>
                <Cell align="end">{figures.dollars(result.priceOfMillion)}</Cell>
                <Cell>
                  {result.errors === 0 ? (
                    <span className="text-muted">0</span>
                  ) : (
                    <Status look="danger">{`${result.errors} / ${result.runs}`}</Status>
                  )}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
      {props.isComplete && best.balanced === undefined && <p className="text-muted">{t('noSound')}</p>}
      {worthUsing.length > 0 && (
        <div className="flex flex-wrap items-center gap-8">
          {worthUsing.map((mb) => (
            <ButtonLink
              key={mb}
              variant={mb === best.balanced ? 'primary' : undefined}
              href={withQuery(routes.editConfiguration(place, functionName, 'general'), { memoryMb: mb })}
            >
              {t('use', { memory: mb })}
            </ButtonLink>
          ))}
          <span className="text-12 text-muted">{t('useHint')}</span>
        </div>
      )}
    </section>
  );
}
