'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl/react';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { Status, type StatusLook } from '@/components/ui/status';
import type { InsightsResult } from '@/lib/domain/insights';
import type { Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';
import type { InsightsState } from './use-insights';

const QueryResults = dynamic(() => import('./query-results').then((module) => module.QueryResults));
const TimeGraph = dynamic(() => import('./time-graph').then((module) => module.TimeGraph));

const looks: Record<InsightsResult['status'], StatusLook> = {
  running: 'progress',
  complete: 'success',
  stopped: 'paused',
  failed: 'danger',
  timeout: 'danger',
};

/** What became of the query: how far it is, what it found, or why it failed. */
export function InsightsOutcome(props: {
  place: Place;
  functionName: string;
  state: InsightsState;
  onRetry: () => void;
}) {
  const t = useTranslations('insights');
  const { state } = props;
  if (state.kind === 'idle') return <EmptyLine>{t('notRun')}</EmptyLine>;
  if (state.kind === 'refused') {
    return <Failure error={state.error} title={t('failed')} onRetry={props.onRetry} />;
  }
  const { result } = state;
  if (state.kind === 'running' || !result) {
    return (
      <Card title={t('results')} meta={<Progress result={result} status="running" />}>
        <EmptyLine>{t('running')}</EmptyLine>
      </Card>
    );
  }
  if (result.status === 'failed') {
    return (
      <Note tone="danger" title={t('endedFailed')}>
        {t('endedFailedText')}
      </Note>
    );
  }
  if (result.status === 'timeout') {
    return (
      <Note tone="danger" title={t('endedTimeout')}>
        {t('endedTimeoutText')}
      </Note>
    );
  }
  return (
    <>
      <TimeGraph rows={result.rows} />
      <QueryResults
        place={props.place}
        functionName={props.functionName}
        rows={result.rows}
        meta={<Progress result={result} status={result.status} />}
        emptyText={result.status === 'stopped' ? t('stopped') : t('none')}
      />
    </>
  );
}

/** The state as a word, and what was looked at so far. */
function Progress(props: { result: InsightsResult | undefined; status: InsightsResult['status'] }) {
  const t = useTranslations('insights');
  const { result, status } = props;
  const word = status === 'running' || status === 'stopped' ? status : 'complete';
  return (
    <span className="flex flex-wrap items-center gap-x-12 gap-y-4 text-12 tabular-nums">
      <Status look={looks[status]}>{t(word)}</Status>
      {result && (
        <span>
          {t('scanned', {
            matched: result.recordsMatched,
            scanned: result.recordsScanned,
            bytes: formatBytes(result.bytesScanned),
          })}
        </span>
      )}
    </span>
  );
}
