'use client';

import { useSearchParams } from 'next/navigation';
import { lazy, Suspense, useEffect, useEffectEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { announce } from '@/components/ui/live-region';
import { saveTestEventAction } from '@/lib/actions/test-events/save-test-event';
import type { ConsoleError } from '@/lib/domain/console-error';
import { helloWorld } from '@/lib/domain/event-templates/event-templates';
import type { TestEvent } from '@/lib/domain/test-event';
import { routes, withQuery, type Place } from '@/lib/routes';
import { EventEditor, type EventDraft } from './event-editor';
import { EventList } from './event-list';
import { RunResult } from './run-result';
import { RunningPanel } from './running-panel';
import { hasSucceeded, type Run } from './runs';
import { useRuns } from './use-runs';
import './test.css';

const DeleteEventDialog = lazy(() =>
  import('./delete-event-dialog').then((module) => ({ default: module.DeleteEventDialog })),
);

const namePattern = /^[a-zA-Z0-9_-]{1,25}$/;

/** Events left, the one at hand in the middle, what a run brought on the right. */
export function TestBench(props: {
  place: Place;
  functionName: string;
  /** The version or alias to run; undefined for $LATEST. */
  qualifier: string | undefined;
  timeoutSeconds: number;
  events: readonly TestEvent[];
  /** Keeps the runs of two people at one browser apart. */
  owner: string;
  /** Why the role of whoever is signed in may not run functions. */
  refusedReason: string | undefined;
}) {
  const t = useTranslations('test');
  const { place, functionName, qualifier, events, refusedReason } = props;
  const bench = useRuns(place, functionName, props.owner, qualifier);
  const [shownRun, setShownRun] = useState<Run>();
  const [saveError, setSaveError] = useState<ConsoleError>();
  const [nameError, setNameError] = useState<string>();
  // Said at the buttons: a flash would push the editor down under the hands.
  const [notice, setNotice] = useState<string>();
  const [isDeleting, setIsDeleting] = useState(false);
  const [isSaving, startSaving] = useTransition();

  // What is typed but not saved, by name of the event; the new event has none.
  const [drafts, setDrafts] = useState<Readonly<Record<string, EventDraft>>>({});
  const selectedName = useSearchParams().get('event') ?? undefined;
  const saved = events.find(({ name }) => name === selectedName);
  const key = selectedName ?? '';
  const draft = drafts[key] ?? saved ?? { name: key, body: helloWorld.body };
  const isUnsaved = !saved || draft.name !== saved.name || draft.body !== saved.body;
  const unsaved = events.filter(({ name, body }) => {
    const other = drafts[name];
    return other && (other.name !== name || other.body !== body);
  });

  const change = (part: Partial<EventDraft>) => {
    setDrafts((before) => ({ ...before, [key]: { name: draft.name, body: draft.body, ...part } }));
    if (part.name !== undefined) setNameError(undefined);
    setNotice(undefined);
  };
  const select = (name: string | undefined) => {
    window.history.pushState(
      null,
      '',
      withQuery(routes.functionTab(place, functionName, 'test'), { event: name, qualifier }),
    );
    setNameError(undefined);
    setSaveError(undefined);
    setNotice(undefined);
  };
  const tell = (text: string) => {
    setNotice(text);
    announce(text);
  };
  const forget = (...names: readonly string[]) =>
    setDrafts((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))),
    );

  const save = () => {
    if (refusedReason || isSaving || !isUnsaved) return;
    const { name, body } = draft;
    if (!namePattern.test(name)) return setNameError(t('namePattern'));
    startSaving(async () => {
      const result = await saveTestEventAction({ place, functionName, name, body });
      if (!result.ok) {
        if (result.error.field === 'name') setNameError(result.error.message);
        else setSaveError(result.error);
        return;
      }
      forget(key, name);
      select(name);
      tell(t('saved', { name }));
    });
  };
  const test = () => {
    if (refusedReason || bench.running) return;
    announce(t('running'));
    void bench.invoke(draft.body, saved?.name).then((run) => {
      setShownRun(run);
      announce(`${t('executing')}: ${hasSucceeded(run) ? t('succeeded') : t('failed')}`);
    });
  };
  const showRun = (run: Run) => {
    setShownRun(run);
    const name = events.some((event) => event.name === run.eventName) ? run.eventName : undefined;
    const event = events.find((other) => other.name === name);
    if (event?.body !== run.event) {
      setDrafts((before) => ({ ...before, [name ?? '']: { name: name ?? '', body: run.event } }));
    } else forget(name ?? '');
    if (name !== selectedName) select(name);
  };

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const isTest = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyI';
    if (!isTest) return;
    event.preventDefault();
    event.stopPropagation();
    test();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKey(event);
    // Before the editor, which has uses of its own for most keys.
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);

  const { running } = bench;
  return (
    <div className="grid grid-cols-1 desktop:h-(--test-frame-height) desktop:grid-cols-(--test-columns)">
      <EventList
        events={events}
        selectedName={selectedName}
        unsaved={new Set(unsaved.map(({ name }) => name))}
        runs={bench.runs}
        shownRunId={shownRun?.id}
        onSelect={select}
        onShowRun={showRun}
      />
      <EventEditor
        id={key || 'new'}
        draft={draft}
        onChange={change}
        nameError={nameError}
        notice={notice}
        qualifier={qualifier}
        isSaved={saved !== undefined}
        isUnsaved={isUnsaved}
        isSaving={isSaving}
        isRunning={running !== undefined}
        onSave={save}
        onDelete={() => setIsDeleting(true)}
        onTest={test}
        refusedReason={refusedReason}
      />
      <div className="min-h-0 min-w-0 overflow-y-auto border-edge bg-sunken max-desktop:border-t desktop:border-l">
        {saveError && (
          <div className="p-16">
            <Failure error={saveError} title={t('notSaved')} compact onRetry={save} />
          </div>
        )}
        {running ? (
          <RunningPanel running={running} timeoutSeconds={props.timeoutSeconds} />
        ) : shownRun ? (
          <RunResult
            run={shownRun}
            monitorHref={routes.functionTab(place, functionName, 'monitor')}
            traceHrefOf={(trace) => routes.monitorView(place, functionName, 'traces', { trace })}
            onRetry={test}
          />
        ) : (
          <div className="p-16">
            <h2 className="text-14">{t('noResult')}</h2>
            <p className="mt-4 text-muted">{t('noResultText')}</p>
          </div>
        )}
      </div>
      <Suspense fallback={null}>
        {isDeleting && saved && (
          <DeleteEventDialog
            place={place}
            functionName={functionName}
            name={saved.name}
            onClose={() => setIsDeleting(false)}
            onDeleted={() => {
              setIsDeleting(false);
              forget(saved.name);
              select(undefined);
              tell(t('deleted', { name: saved.name }));
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
