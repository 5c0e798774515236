'use client';

import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { eventKey, type TestEvent } from '@/lib/domain/test-event';
import type { RunSummary } from '@/lib/domain/test-run';
import { VerdictIcon } from './verdict-icon';

/** Saved events; a press brings one back. */
export function EventList(props: {
  events: readonly TestEvent[];
  selectedKey: string;
  /** Keys of events with unsaved text. */
  unsaved: ReadonlySet<string>;
  /** The newest first: each event shows how its last one went. */
  runs: readonly RunSummary[];
  onSelect: (key: string | undefined) => void;
  /** What stands below the events. */
  children: ReactNode;
}) {
  const t = useTranslations('test');
  const { events, runs, selectedKey } = props;
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
          {events.map((event) => {
            const key = eventKey(event);
            return (
              <li key={key}>
                <button
                  type="button"
                  data-focus="inset"
                  aria-current={key === selectedKey ? 'true' : undefined}
                  onClick={() => props.onSelect(key)}
                  className={`flex w-full items-center justify-between gap-8 border-l-2 py-8 pr-12 pl-12 text-left ${key === selectedKey ? 'border-accent bg-selected' : 'border-transparent hover:bg-hover'}`}
                >
                  <span className="min-w-0">
                    <span className="block font-medium wrap-anywhere">{event.name}</span>
                    <span className="block text-12 text-muted">
                      {props.unsaved.has(key) ? t('unsaved') : t(event.sharing)}
                    </span>
                  </span>
                  <LastOutcome run={runs.find((run) => run.eventName === key)} />
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      {props.children}
    </div>
  );
}

function LastOutcome({ run }: { run: RunSummary | undefined }) {
  return run ? <VerdictIcon verdict={run.verdict} /> : null;
}
