'use client';

import { useSearchParams } from 'next/navigation';
import { lazy, Suspense, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { announce } from '@/components/ui/live-region';
import { saveTestEventAction } from '@/lib/actions/test-events/save-test-event';
import { shareTestEventAction } from '@/lib/actions/test-events/share-test-event';
import type { ConsoleError } from '@/lib/domain/console-error';
import { eventKey, type TestEvent } from '@/lib/domain/test-event';
import { summaryOf, type Run, type RunSettings, type RunSummary } from '@/lib/domain/test-run';
import { routes, withQuery, type Place } from '@/lib/routes';
import { EventEditor, type EventDraft } from './event-editor';
import { EventList } from './event-list';
import { ResponseMode } from './response-mode';
import { RunHistory } from './run-history';
import { RunResult } from './run-result';
import { RunningPanel } from './running-panel';
import { fieldsOf, noRunFields, RunFields, settingsOf } from './run-fields';
import { useDrafts } from './use-drafts';
import { useRuns } from './use-runs';
import { useTestKey } from './use-test-key';
import './test.css';

const DeleteEventDialog = lazy(() =>
  import('./delete-event-dialog').then((module) => ({ default: module.DeleteEventDialog })),
);

const RunComparison = lazy(() =>
  import('./run-comparison').then((module) => ({ default: module.RunComparison })),
);

const namePattern = /^[a-zA-Z0-9_-]{1,25}$/;

/** Events left, the one at hand in the middle, what a run brought on the right. */
export function TestBench(props: {
  place: Place;
  functionName: string;
  /** The version or alias to run; undefined for $LATEST. */
  qualifier: string | undefined;
  timeoutSeconds: number;
  /** Whether a run names a tenant. */
  isTenantIsolated: boolean;
  /** Whether a run is an execution with a name. */
  isDurable: boolean;
  events: readonly TestEvent[];
  /** Why shareable events are not among them. */
  sharedError: ConsoleError | undefined;
  /** The runs that whoever looks made before. */
  pastRuns: readonly RunSummary[];
  /** Why the role of whoever is signed in may not run functions. */
  refusedReason: string | undefined;
}) {
  const t = useTranslations('test');
  const { place, functionName, qualifier, events, refusedReason } = props;
  const bench = useRuns(place, functionName, props.pastRuns);
  const [shownRun, setShownRun] = useState<Run>();
  const [compared, setCompared] = useState<readonly [older: Run, newer: Run]>();
  const [streams, setStreams] = useState(false);
  const [fields, setFields] = useState(noRunFields);
  const [saveError, setSaveError] = useState<ConsoleError>();
  const [readError, setReadError] = useState<ConsoleError>();
  const [nameError, setNameError] = useState<string>();
  // Said at the buttons: a flash would push the editor down under the hands.
  const [notice, setNotice] = useState<string>();
  const [isDeleting, setIsDeleting] = useState(false);
  const [isSaving, startSaving] = useTransition();

  const key = useSearchParams().get('event') ?? '';
  const { saved, draft, isUnsaved, forget, ...drafts } = useDrafts(events, key);

  const change = (part: Partial<EventDraft>) => {
    drafts.change(part);
    if (part.name !== undefined) setNameError(undefined);
    setNotice(undefined);
  };
  const select = (event: string | undefined) => {
    window.history.pushState(
      null,
      '',
      withQuery(routes.functionTab(place, functionName, 'test'), { event, qualifier }),
    );
    setNameError(undefined);
    setSaveError(undefined);
    setNotice(undefined);
  };
  const tell = (text: string) => {
    setNotice(text);
    announce(text);
  };
  const save = () => {
    if (refusedReason || isSaving || !isUnsaved) return;
    const { name, sharing, body } = draft;
    // A name that others gave to a shareable event may stay.
    if (!namePattern.test(name) && name !== saved?.name) return setNameError(t('namePattern'));
    setSaveError(undefined);
    startSaving(async () => {
      const write = sharing === 'shareable' ? shareTestEventAction : saveTestEventAction;
      const result = await write({ place, functionName, name, body });
      if (!result.ok) {
        if (result.error.field === 'name') setNameError(result.error.message);
        else setSaveError(result.error);
        return;
      }
      forget(key, eventKey(draft));
      select(eventKey(draft));
      tell(t('saved', { name }));
    });
  };
  const run = (event: string, eventName: string | undefined, settings: RunSettings) => {
    if (refusedReason || bench.running) return;
    announce(t('running'));
    setCompared(undefined);
    setReadError(undefined);
    void bench.invoke(event, eventName, settings).then((made) => {
      setShownRun(made);
      const hasSucceeded = summaryOf(made).verdict === 'succeeded';
      announce(`${t('executing')}: ${hasSucceeded ? t('succeeded') : t('failed')}`);
    });
  };
  const test = () => {
    if (props.isTenantIsolated && !fields.tenantId) return setFields({ ...fields, isTenantMissing: true });
    run(draft.body, saved && eventKey(saved), { qualifier, streams, ...settingsOf(fields, props) });
  };
  const runAgain = ({ event, eventName, settings }: Run) =>
    event !== undefined && run(event, eventName, settings);
  const show = (made: Run) => {
    setShownRun(made);
    setCompared(undefined);
    setStreams(made.settings.streams);
    setFields(fieldsOf(made.settings));
    const event = events.find((other) => eventKey(other) === made.eventName);
    const of = event ? eventKey(event) : '';
    if (made.event !== undefined && event?.body !== made.event) drafts.bringBack(event, made.event);
    else forget(of);
    if (of !== key) select(of || undefined);
  };
  const bringBack = async (ids: readonly string[], then: (runs: readonly Run[]) => void) => {
    const loaded = await Promise.all(ids.map(bench.load));
    setReadError(loaded.find((result) => !result.ok)?.error);
    const runs = loaded.flatMap((result) => (result.ok ? [result.data] : []));
    if (runs.length === ids.length) then(runs);
  };

  useTestKey(test);
  const { running } = bench;
  return (
    <div className="grid grid-cols-1 desktop:h-(--test-frame-height) desktop:grid-cols-(--test-columns)">
      <EventList
        events={events}
        selectedKey={key}
        unsaved={drafts.unsaved}
        runs={bench.runs}
        onSelect={select}
      >
        <RunHistory
          place={place}
          functionName={functionName}
          runs={bench.runs}
          shownId={shownRun?.id}
          refusedReason={refusedReason}
          onShow={(id) => void bringBack([id], ([made]) => made && show(made))}
          onCompare={(...ids) =>
            void bringBack(ids, ([older, newer]) => older && newer && setCompared([older, newer]))
          }
          onCleared={bench.forget}
        />
      </EventList>
      {compared && (
        <Suspense fallback={<div aria-busy className="desktop:col-span-2" />}>
          <RunComparison older={compared[0]} newer={compared[1]} onClose={() => setCompared(undefined)} />
        </Suspense>
      )}
      {!compared && (
        <EventEditor
          id={key || 'new'}
          draft={draft}
          onChange={change}
          nameError={nameError}
          notice={notice}
          qualifier={qualifier}
          sharedError={props.sharedError}
          settings={
            <>
              <ResponseMode streams={streams} onChange={setStreams} />
              <RunFields {...props} fields={fields} onChange={setFields} />
            </>
          }
          isSaved={saved !== undefined}
          isUnsaved={isUnsaved}
          isSaving={isSaving}
          isRunning={running !== undefined}
          onSave={save}
          onDelete={() => setIsDeleting(true)}
          onTest={test}
          refusedReason={refusedReason}
        />
      )}
      {!compared && (
        <div className="min-h-0 min-w-0 overflow-y-auto border-edge bg-sunken max-desktop:border-t desktop:border-l">
          {saveError && (
            <div className="p-16">
              <Failure error={saveError} title={t('notSaved')} compact onRetry={save} />
            </div>
          )}
          {readError && (
            <div className="p-16">
              <Failure error={readError} title={t('runNotRead')} compact />
            </div>
          )}
          {running ? (
            <RunningPanel running={running} timeoutSeconds={props.timeoutSeconds} />
          ) : shownRun ? (
            <RunResult
              run={shownRun}
              place={place}
              functionName={functionName}
              refusedReason={refusedReason}
              onAgain={() => runAgain(shownRun)}
            />
          ) : (
            <div className="p-16">
              <h2 className="text-14">{t('noResult')}</h2>
              <p className="mt-4 text-muted">{t('noResultText')}</p>
            </div>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {isDeleting && saved && (
          <DeleteEventDialog
            place={place}
            functionName={functionName}
            event={saved}
            onClose={() => setIsDeleting(false)}
            onDeleted={() => {
              setIsDeleting(false);
              forget(eventKey(saved));
              select(undefined);
              tell(t('deleted', { name: saved.name }));
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
