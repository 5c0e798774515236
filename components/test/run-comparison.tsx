'use client';

import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { CodeDiff } from '@/components/patterns/editor/code-diff';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { prettyPayload } from '@/lib/domain/invocation';
import { summaryOf, type Run } from '@/lib/domain/test-run';
import { formatBytes } from '@/lib/shared/bytes';
import { VerdictIcon } from './verdict-icon';

type Part = 'response' | 'event' | 'log';

const textOf: Readonly<Record<Part, (run: Run) => string>> = {
  response: ({ outcome }) =>
    outcome.kind === 'answered'
      ? prettyPayload(outcome.result.payload)
      : outcome.kind === 'refused'
        ? outcome.error.message
        : '',
  event: ({ event }) => prettyPayload(event ?? ''),
  log: ({ outcome }) => (outcome.kind === 'answered' ? outcome.result.log : ''),
};

/** Two runs beside each other: their figures, and where response, event or log differ. */
export function RunComparison(props: { older: Run; newer: Run; onClose: () => void }) {
  const { older, newer } = props;
  const t = useTranslations('test');
  const [part, setPart] = useState<Part>('response');
  const [before, after] = [textOf[part](older), textOf[part](newer)];
  return (
    <section
      aria-label={t('comparison')}
      className="flex min-h-0 min-w-0 flex-col desktop:col-span-2 desktop:overflow-y-auto"
    >
      <div className="flex flex-wrap items-center gap-8 px-16 py-12">
        <h2 className="mr-auto text-14">{t('comparison')}</h2>
        <Button
          size="small"
          icon={<ArrowLeft aria-hidden size={14} strokeWidth={1.75} />}
          onClick={props.onClose}
        >
          {t('closeComparison')}
        </Button>
      </div>
      <Figures older={older} newer={newer} />
      <div className="flex flex-wrap items-center gap-12 border-y border-edge px-16 py-8">
        <Segmented
          label={t('compared')}
          options={[
            { value: 'response', label: t('response') },
            { value: 'event', label: t('event') },
            { value: 'log', label: t('logOutput') },
          ]}
          value={part}
          onValueChange={setPart}
        />
        <span role="status" className="text-12 text-muted">
          {before === after ? t('same') : t('different')}
        </span>
      </div>
      <div className="min-h-split flex-1 max-desktop:h-(--test-editor-height) max-desktop:flex-none">
        <CodeDiff
          // Another part is another pair of texts: the widget is made anew.
          key={part}
          path={part === 'log' ? 'run.log' : 'run.json'}
          original={before}
          modified={after}
          originalLabel={t('olderRun')}
          modifiedLabel={t('newerRun')}
          texts={{ loading: t('editor.loading'), failed: t('editor.failed') }}
        />
      </div>
    </section>
  );
}

function Figures({ older, newer }: { older: Run; newer: Run }) {
  const t = useTranslations('test');
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const ms = (value: number | undefined) =>
    value === undefined ? '–' : `${format.number(value, { maximumFractionDigits: 2 })} ms`;
  const resultOf = ({ outcome }: Run) => (outcome.kind === 'answered' ? outcome.result : undefined);
  const rows: readonly [label: string, show: (run: Run) => string][] = [
    [t('ran'), ({ settings }) => settings.qualifier ?? '$LATEST'],
    [t('executedVersion'), (run) => resultOf(run)?.executedVersion ?? '–'],
    [t('duration'), (run) => ms(resultOf(run)?.report.durationMs)],
    [t('billedDuration'), (run) => ms(resultOf(run)?.report.billedDurationMs)],
    [t('initDuration'), (run) => ms(resultOf(run)?.report.initDurationMs)],
    [
      t('maxMemory'),
      (run) => {
        const report = resultOf(run)?.report;
        if (report?.maxMemoryUsedMb === undefined) return '–';
        const size = report.memorySizeMb === undefined ? '' : ` / ${report.memorySizeMb}`;
        return `${report.maxMemoryUsedMb}${size} MB`;
      },
    ],
    [
      t('responseSize'),
      (run) => {
        const result = resultOf(run);
        return result ? formatBytes(result.payloadBytes) : '–';
      },
    ],
  ];
  return (
    <div className="overflow-x-auto px-16 pb-12" tabIndex={0} role="group" aria-label={t('figures')}>
      <table className="w-full text-12 tabular-nums">
        <thead>
          <tr>
            <td />
            {[older, newer].map((run) => (
              <th key={run.id} scope="col" className="px-8 py-4 text-left font-medium">
                <span className="flex items-center gap-8">
                  <VerdictIcon verdict={summaryOf(run).verdict} />
                  {format.dateTime(new Date(run.at), { dateStyle: 'short', timeStyle: 'medium', timeZone })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, show]) => {
            const [was, is] = [show(older), show(newer)];
            return (
              <tr key={label} className="border-t border-edge">
                <th scope="row" className="font-normal py-4 pr-8 text-left text-muted">
                  {label}
                </th>
                <td className="px-8 py-4">{was}</td>
                <td className={`px-8 py-4 ${was === is ? '' : 'font-semibold'}`}>{is}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
