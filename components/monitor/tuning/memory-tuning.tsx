'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import { lambdaPrices } from '@/lib/domain/lambda-prices';
import { sizeResults, tuningMinutesMax } from '@/lib/domain/memory-tuning';
import type { TestEvent } from '@/lib/domain/test-event';
import type { Place } from '@/lib/routes';
import { PutBack } from './put-back';
import { TuningForm } from './tuning-form';
import { TuningResults } from './tuning-results';
import { useTuning, type TuningState } from './use-tuning';

/** One event at several memory sizes: what it does to the function, the plan, how far it is, and what came of it. */
export function MemoryTuning(props: {
  place: Place;
  functionName: string;
  memoryMb: number;
  architecture: string;
  ephemeralStorageMb: number;
  events: readonly TestEvent[];
  /** A tuning whose end is not known. */
  open: { readonly formerMb: number; readonly startedAt: string } | undefined;
  refusedReason: string | undefined;
}) {
  const { place, functionName, memoryMb, architecture, ephemeralStorageMb } = props;
  const t = useTranslations('memoryTuning');
  const { state, isRunning, start, stop } = useTuning(place, functionName);
  const runs = state?.runs;
  const results = useMemo(
    () => sizeResults(runs ?? [], { architecture, ephemeralStorageMb }),
    [runs, architecture, ephemeralStorageMb],
  );
  const isOpen = props.open !== undefined && state === undefined;
  return (
    <div className="flex w-full max-w-settings flex-col gap-20 px-inset py-20">
      <p className="max-w-form text-muted">{t('intro')}</p>
      {isOpen && props.open && (
        <PutBack
          place={place}
          functionName={functionName}
          open={props.open}
          refusedReason={props.refusedReason}
        />
      )}
      <Note tone="warning" title={t('warning')}>
        <ul className="mt-4 list-disc pl-16">
          <li>{t('warningLatest', { memory: memoryMb })}</li>
          <li>{t('warningVersions')}</li>
          <li>{t('warningRuns')}</li>
        </ul>
      </Note>
      <TuningForm
        events={props.events}
        currentMb={memoryMb}
        isRunning={isRunning}
        cannotStartReason={props.refusedReason ?? (isOpen ? t('interrupted') : undefined)}
        onStart={(plan) => void start(plan)}
      />
      {state && <Course state={state} isRunning={isRunning} onStop={stop} />}
      {results.length > 0 && (
        <TuningResults
          place={place}
          functionName={functionName}
          results={results}
          currentMb={memoryMb}
          isComplete={!isRunning}
        />
      )}
      <p className="text-12 text-muted">
        {t('prices', { region: lambdaPrices.region, date: lambdaPrices.inForceSince })}{' '}
        <TextLink external inText href={lambdaPrices.source}>
          {t('priceSource')}
        </TextLink>{' '}
        {t('localNote')}
      </p>
    </div>
  );
}

/** How far a tuning is, or how it ended. */
function Course(props: { state: TuningState; isRunning: boolean; onStop: () => void }) {
  const { state, isRunning } = props;
  const t = useTranslations('memoryTuning');
  const { sizesMb, runs: runsOfEach } = state.plan;
  if (state.error) return <Failure error={state.error} title={t('failed')} />;
  if (isRunning) {
    const all = sizesMb.length * runsOfEach;
    const label = state.isRestored
      ? t('running', { done: state.runs.length, all })
      : t('preparing', { done: state.prepared, all: sizesMb.length });
    const [done, max] = state.isRestored ? [state.runs.length, all] : [state.prepared, sizesMb.length];
    return (
      <div className="flex flex-wrap items-center gap-12">
        <div className="min-w-0 flex-1">
          <Progress label={t('title')} value={done} max={max} text={label} />
        </div>
        <Button onClick={props.onStop}>{t('stop')}</Button>
      </div>
    );
  }
  const { end } = state;
  if (!end || end.cut === 'cancelled') return <Note tone="info">{t('cutCancelled')}</Note>;
  if (end.cut === 'time') return <Note tone="warning">{t('cutTime', { minutes: tuningMinutesMax })}</Note>;
  return <Note tone="success">{t('done', { memory: end.formerMb })}</Note>;
}
