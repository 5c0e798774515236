'use client';

import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { announce } from '@/components/ui/live-region';
import { Note } from '@/components/ui/note';
import type { ApiRequest, PastApiRequest } from '@/lib/domain/api-request';
import type { RunnerApi } from '@/lib/queries/api-runner';
import type { Place } from '@/lib/routes';
import { AnswerView } from './answer-view';
import { HistoryList } from './history-list';
import { curlText, draftProblem, toDraft, toRequest } from './request-draft';
import { RequestForm } from './request-form';
import { RunningPanel } from './running-panel';
import { useCall, type CallOutcome } from './use-call';
import './runner.css';

/** Sends requests to a deployed API: the request left, what came back right, earlier requests below. */
export function RequestRunner(props: {
  place: Place;
  apiId: string;
  api: RunnerApi;
  /** What the form begins with. */
  start: ApiRequest;
  /** Of each stage, by name. */
  addresses: Readonly<Record<string, string>>;
  past: readonly PastApiRequest[];
  stagesHref: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('apiRunner');
  const { place, apiId, api, refusedReason } = props;
  const [draft, setDraft] = useState(() => toDraft(props.start));
  const [outcome, setOutcome] = useState<CallOutcome>();
  const [past, setPast] = useState(props.past);
  const { running, call } = useCall(place, apiId);
  const problem = draftProblem(draft);

  const send = () => {
    if (refusedReason || running || problem) return;
    const request = toRequest(draft);
    const at = new Date().toISOString();
    announce(t('running'));
    void call(request).then((result) => {
      setOutcome(result);
      const answer = result.kind === 'answered' ? result.answer : undefined;
      const { status, durationMs } = answer ?? { status: undefined, durationMs: undefined };
      // As the server keeps it; read back with the page the next time.
      setPast((before) =>
        [{ id: -before.length - 1, request, status, durationMs, at }, ...before].slice(0, 50),
      );
      announce(
        answer
          ? t('announce', { status: answer.status, ms: answer.durationMs })
          : t(result.kind === 'cancelled' ? 'cancelled' : 'notSent'),
      );
    });
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  if (api.stages.length === 0) {
    return (
      <div className="p-inset">
        <Note
          tone="info"
          title={t('noStages')}
          act={
            <ButtonLink href={props.stagesHref} size="small">
              {t('deploy')}
            </ButtonLink>
          }
        >
          {t('noStagesText')}
        </Note>
      </div>
    );
  }
  return (
    <div className="grid min-h-full grid-cols-(--runner-columns) grid-rows-(--runner-rows)">
      <section aria-label={t('request')} className="min-w-0" onKeyDown={handleKey}>
        <h2 className="sr-only">{t('request')}</h2>
        <RequestForm
          api={api}
          draft={draft}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          onSend={send}
          isRunning={running !== undefined}
          refusedReason={refusedReason}
          curl={curlText(toRequest(draft), props.addresses[draft.stage] ?? '', place.region)}
        />
      </section>
      <div className="runner-answer min-w-0 border-edge bg-sunken">
        <Outcome outcome={running ? undefined : outcome} onRetry={send} />
        {running && <RunningPanel running={running} />}
        {!running && !outcome && (
          <div className="p-16">
            <h2 className="text-14">{t('noAnswer')}</h2>
            <p className="mt-4 text-muted">{t('noAnswerText')}</p>
          </div>
        )}
      </div>
      <HistoryList
        place={place}
        apiId={apiId}
        past={past}
        onShow={(request) => setDraft(toDraft(request))}
        onCleared={() => setPast([])}
        refusedReason={refusedReason}
      />
    </div>
  );
}

function Outcome({ outcome, onRetry }: { outcome: CallOutcome | undefined; onRetry: () => void }) {
  const t = useTranslations('apiRunner');
  switch (outcome?.kind) {
    case 'answered':
      return <AnswerView answer={outcome.answer} />;
    case 'refused':
      return (
        <div className="p-16">
          <Failure error={outcome.error} title={t('notSent')} compact onRetry={onRetry} />
        </div>
      );
    case 'cancelled':
      return (
        <div className="p-16">
          <Note tone="info" title={t('cancelled')}>
            {t('cancelledText')}
          </Note>
        </div>
      );
    case undefined:
      return null;
  }
}
