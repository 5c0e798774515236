'use client';

import { useState, useTransition } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Status } from '@/components/ui/status';
import { clearRunsAction } from '@/lib/actions/test-events/clear-runs';
import { runsKeptMax, type RunSummary } from '@/lib/domain/test-run';
import type { Place } from '@/lib/routes';
import { VerdictIcon } from './verdict-icon';

/** The runs made here, the newest first: a press brings one back, two ticks compare. */
export function RunHistory(props: {
  place: Place;
  functionName: string;
  runs: readonly RunSummary[];
  shownId: string | undefined;
  refusedReason: string | undefined;
  onShow: (id: string) => void;
  /** The older one first. */
  onCompare: (older: string, newer: string) => void;
  onCleared: () => void;
}) {
  const t = useTranslations('test');
  const { runs } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isClearing, startClearing] = useTransition();
  const [hasFailed, setHasFailed] = useState(false);
  // Runs that newer ones have pushed out are no longer there to compare.
  const ticked = runs.filter(({ id }) => chosen.includes(id));
  const [newer, older] = ticked;

  const toggle = (id: string) =>
    setChosen((before) =>
      before.includes(id) ? before.filter((other) => other !== id) : [...before.slice(-1), id],
    );
  const clear = () =>
    startClearing(async () => {
      const result = await clearRunsAction({ place: props.place, functionName: props.functionName });
      setHasFailed(!result.ok);
      if (result.ok) props.onCleared();
    });
  return (
    <section aria-label={t('history')} className="border-t border-edge">
      <div className="flex min-h-40 flex-wrap items-center gap-x-8 pr-8 pl-12">
        <h2 className="mr-auto text-12 font-medium text-muted">{t('history')}</h2>
        {runs.length > 1 && (
          <Button
            size="small"
            disabledReason={older && newer ? undefined : t('chooseTwo')}
            onClick={() => older && newer && props.onCompare(older.id, newer.id)}
          >
            {t('compare')}
          </Button>
        )}
      </div>
      {runs.length === 0 && <p className="px-12 pb-12 text-12 text-muted">{t('noRuns')}</p>}
      <ul className="max-desktop:max-h-split max-desktop:overflow-y-auto">
        {runs.map((run) => (
          <li
            key={run.id}
            className={`flex items-center ${run.id === props.shownId ? 'bg-selected' : 'hover:bg-hover'}`}
          >
            {runs.length > 1 && (
              <span className="grid min-h-target shrink-0 place-items-center pl-12">
                <Checkbox
                  aria-label={t('chooseRun', { time: timeOf(run) })}
                  checked={chosen.includes(run.id)}
                  onChange={() => toggle(run.id)}
                />
              </span>
            )}
            <Row run={run} isShown={run.id === props.shownId} onShow={() => props.onShow(run.id)} />
          </li>
        ))}
      </ul>
      {runs.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-8 px-12 py-8 text-12 text-muted">
          <span className="min-w-0 flex-1">{t('keptRuns', { count: runsKeptMax })}</span>
          <Button
            variant="link"
            size="small"
            pending={isClearing}
            disabledReason={props.refusedReason}
            onClick={clear}
          >
            {t('clearRuns')}
          </Button>
          {hasFailed && <Status look="danger">{t('notCleared')}</Status>}
        </p>
      )}
    </section>
  );
}

const timeOf = ({ at }: RunSummary) => new Date(at).toLocaleString();

function Row({ run, isShown, onShow }: { run: RunSummary; isShown: boolean; onShow: () => void }) {
  const t = useTranslations('test');
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const at = new Date(run.at);
  const isToday = at.toDateString() === new Date().toDateString();
  const time = isToday
    ? format.dateTime(at, { timeStyle: 'medium', timeZone })
    : format.dateTime(at, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone });
  const ms = `${format.number(run.durationMs ?? 0, { maximumFractionDigits: 0 })} ms`;
  const figure =
    run.verdict === 'refused'
      ? t('notRun')
      : run.verdict === 'cancelled'
        ? t('cancelled')
        : run.isCold
          ? `${t('init')} · ${ms}`
          : ms;
  return (
    <button
      type="button"
      data-focus="inset"
      aria-current={isShown ? 'true' : undefined}
      data-tooltip={t('showRun')}
      onClick={onShow}
      className="flex min-h-nav-item min-w-0 flex-1 items-center gap-8 px-12 text-12"
    >
      <VerdictIcon verdict={run.verdict} />
      {/* The server knows neither the reader's zone nor their day. */}
      <span suppressHydrationWarning className="whitespace-nowrap tabular-nums">
        {time}
      </span>
      <span className="ml-auto truncate text-muted tabular-nums">{figure}</span>
    </button>
  );
}
