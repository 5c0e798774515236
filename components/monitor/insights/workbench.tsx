'use client';

import { Play, Square } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { announce } from '@/components/ui/live-region';
import { Menu } from '@/components/ui/menu';
import { Segmented } from '@/components/ui/segmented';
import { TextAreaField } from '@/components/ui/text-area-field';
import {
  insightsQueryMax,
  insightsRanges,
  sampleQueries,
  type InsightsRange,
  type SavedQuery,
} from '@/lib/domain/insights';
import { routes, type Place } from '@/lib/routes';
import { InsightsOutcome } from './outcome';
import { SavedQueries } from './saved-queries';
import { useInsights } from './use-insights';

/** Writes, runs and keeps queries over a function's log. What was run stands in the address. */
export function InsightsWorkbench(props: {
  place: Place;
  functionName: string;
  logGroup: string;
  query: string;
  range: InsightsRange;
  /** Undefined where they could not be listed. */
  saved: readonly SavedQuery[] | undefined;
  /** Why the role of whoever is signed in may not save. */
  refusedReason: string | undefined;
}) {
  const { place, functionName } = props;
  const t = useTranslations('insights');
  const [query, setQuery] = useState(props.query);
  const [range, setRange] = useState(props.range);
  const { state, run, stop } = useInsights(place, functionName);
  const isRunning = state.kind === 'running';
  const isEmpty = query.trim() === '';

  const tell = useEffectEvent(() => {
    if (state.kind === 'ended') announce(t('announced', { count: state.result.rows.length }));
  });
  useEffect(() => tell(), [state.kind]);

  const start = () => {
    if (isEmpty) return;
    // A link to the query, without reading the page anew.
    window.history.replaceState(
      null,
      '',
      routes.monitorView(place, functionName, 'insights', { q: query, range }),
    );
    void run(query, range);
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) stop();
    else start();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  };
  return (
    <div className="flex flex-col gap-16">
      <Card
        title={t('title')}
        acts={
          <>
            <Menu
              label={t('samples')}
              size="small"
              align="end"
              groups={[
                {
                  id: 'samples',
                  items: sampleQueries.map((sample) => ({
                    id: sample.id,
                    label: t(`sample.${sample.id}`),
                    onSelect: () => setQuery(sample.query),
                  })),
                },
              ]}
            />
            <SavedQueries
              place={place}
              functionName={functionName}
              query={query}
              saved={props.saved}
              refusedReason={props.refusedReason}
              onChoose={setQuery}
            />
          </>
        }
      >
        <form onSubmit={handleSubmit} className="flex flex-col gap-12">
          <TextAreaField
            label={t('query')}
            hint={t('hint', { group: props.logGroup })}
            mono
            rows={6}
            maxLength={insightsQueryMax}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={handleKey}
          />
          <div className="flex flex-wrap items-center gap-x-12 gap-y-8">
            <Segmented
              label={t('range')}
              options={insightsRanges.map(({ id }) => ({ value: id, label: t(`ranges.${id}`) }))}
              value={range}
              onValueChange={setRange}
            />
            <Button
              type="submit"
              variant={isRunning ? undefined : 'primary'}
              disabledReason={isEmpty && !isRunning ? t('writeFirst') : undefined}
              icon={
                isRunning ? (
                  <Square aria-hidden size={16} strokeWidth={1.75} />
                ) : (
                  <Play aria-hidden size={16} strokeWidth={1.75} />
                )
              }
            >
              {isRunning ? t('stop') : t('run')}
            </Button>
          </div>
        </form>
      </Card>
      <InsightsOutcome place={place} functionName={functionName} state={state} onRetry={start} />
    </div>
  );
}
