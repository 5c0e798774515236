'use client';

import { CircleCheck, CircleSlash, CircleX, Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import type { TestEvent } from '@/lib/domain/test-event';
import { hasSucceeded, type Run } from './runs';

/** Saved events, and the runs made here; a press brings either back. */
export function EventList(props: {
  events: readonly TestEvent[];
  selectedName: string | undefined;
  /** Names of events with unsaved text. */
  unsaved: ReadonlySet<string>;
  runs: readonly Run[];
  shownRunId: string | undefined;
  onSelect: (name: string | undefined) => void;
  onShowRun: (run: Run) => void;
}) {
  const t = useTranslations('test');
  const { events, runs, selectedName } = props;
  return (
    <div className="flex min-h-0 flex-col overflow-y-auto border-edge max-desktop:border-b desktop:border-r">
      <section aria-label={t('events')}>
        <div className="flex min-h-40 items-center justify-between gap-8 pr-8 pl-12">
          <h2 className="text-14">{t('events')}</h2>
          <IconButton size="small" label={t('createEvent')} onClick={() => props.onSelect(undefined)}>
            <Plus aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
        </div>
        {events.length === 0 && <p className="px-12 pb-12 text-12 text-muted">{t('noEvents')}</p>}
        <ul>
          {events.map((event) => (
            <li key={event.name}>
              <button
                type="button"
                data-focus="inset"
                aria-current={event.name === selectedName ? 'true' : undefined}
                onClick={() => props.onSelect(event.name)}
                className={`flex w-full items-center justify-between gap-8 border-l-2 py-8 pr-12 pl-12 text-left ${event.name === selectedName ? 'border-accent bg-selected' : 'border-transparent hover:bg-hover'}`}
              >
                <span className="min-w-0">
                  <span className="block font-medium wrap-anywhere">{event.name}</span>
                  <span className="block text-12 text-muted">
                    {props.unsaved.has(event.name) ? t('unsaved') : t('private')}
                  </span>
                </span>
                <LastOutcome run={runs.find((run) => run.eventName === event.name)} />
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('history')} className="border-t border-edge">
        <h2 className="flex min-h-40 items-center px-12 text-12 font-medium text-muted">{t('history')}</h2>
        {runs.length === 0 && <p className="px-12 pb-12 text-12 text-muted">{t('noRuns')}</p>}
        <ul className="pb-12 max-desktop:max-h-split max-desktop:overflow-y-auto">
          {runs.map((run) => (
            <li key={run.id}>
              <button
                type="button"
                data-focus="inset"
                aria-current={run.id === props.shownRunId ? 'true' : undefined}
                data-tooltip={t('showRun')}
                onClick={() => props.onShowRun(run)}
                className={`flex min-h-nav-item w-full items-center gap-8 px-12 text-12 ${run.id === props.shownRunId ? 'bg-selected' : 'hover:bg-hover'}`}
              >
                <OutcomeIcon run={run} />
                <RunTime at={run.at} />
                <span className="ml-auto truncate text-muted tabular-nums">
                  <RunFigure run={run} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function LastOutcome({ run }: { run: Run | undefined }) {
  return run ? <OutcomeIcon run={run} /> : null;
}

function OutcomeIcon({ run }: { run: Run }) {
  const t = useTranslations('test');
  const common = { role: 'img', size: 16, strokeWidth: 1.75 } as const;
  if (run.outcome.kind === 'cancelled') {
    return <CircleSlash {...common} aria-label={t('cancelled')} className="shrink-0 text-neutral-solid" />;
  }
  return hasSucceeded(run) ? (
    <CircleCheck {...common} aria-label={t('succeeded')} className="shrink-0 text-success-solid" />
  ) : (
    <CircleX {...common} aria-label={t('failed')} className="shrink-0 text-danger-solid" />
  );
}

function RunTime({ at }: { at: string }) {
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <span className="tabular-nums">{format.dateTime(new Date(at), { timeStyle: 'medium', timeZone })}</span>
  );
}

function RunFigure({ run }: { run: Run }) {
  const t = useTranslations('test');
  const format = useFormatter();
  if (run.outcome.kind !== 'answered') return run.outcome.kind === 'refused' ? t('notRun') : t('cancelled');
  const { report, roundTripMs } = run.outcome.result;
  const ms = `${format.number(report.durationMs ?? roundTripMs, { maximumFractionDigits: 0 })} ms`;
  return report.initDurationMs === undefined ? ms : `${t('init')} · ${ms}`;
}
