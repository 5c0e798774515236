'use client';

import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { CodeText } from '@/components/ui/code-text';
import { IconButton } from '@/components/ui/icon-button';
import { Status } from '@/components/ui/status';
import { formatBytes } from '@/lib/shared/bytes';
import type { DeployPhase, DeployRecord } from './use-deploy';

/** What deploys did, the newest first; one that failed tells why at the top. */
export function OutputPanel(props: {
  phase: DeployPhase | undefined;
  records: readonly DeployRecord[];
  onClose: () => void;
}) {
  const t = useTranslations('code.output');
  const panel = useRef<HTMLElement>(null);
  const newest = props.records[0]?.id;
  useEffect(() => {
    // The page may be scrolled so that the panel, which tells why a deploy failed, is out of view.
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
  return (
    <section
      ref={panel}
      aria-label={t('title')}
      className="flex max-h-(--code-output-height) min-h-0 flex-col border-t border-edge bg-surface"
    >
      <div className="flex min-h-32 items-center gap-12 border-b border-edge pr-4 pl-12">
        <h3 className="flex-1 text-14">{t('title')}</h3>
        <IconButton size="small" label={t('close')} onClick={props.onClose}>
          <X aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <div className="flex min-h-0 flex-col gap-12 overflow-y-auto p-12">
        {props.phase && <PhaseLine phase={props.phase} />}
        {!props.phase && props.records.length === 0 && <p className="text-12 text-muted">{t('empty')}</p>}
        {props.records.map((record) => (
          <RecordLine key={record.id} record={record} />
        ))}
      </div>
    </section>
  );
}

function PhaseLine({ phase }: { phase: DeployPhase }) {
  const t = useTranslations('code.output');
  const words = phase.step === 'sending' ? t('sending', { percent: phase.percent }) : t(phase.step);
  return (
    <p>
      <Status look="progress">{words}</Status>
    </p>
  );
}

function RecordLine({ record }: { record: DeployRecord }) {
  const t = useTranslations('code.output');
  const format = useFormatter();
  const { outcome } = record;
  if ('kind' in outcome) return <Failure error={outcome} title={t('failed')} compact onRetry={null} />;
  const facts = [
    format.dateTime(new Date(record.at), {
      timeStyle: 'medium',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
    `${format.number(record.durationMs / 1000, { maximumFractionDigits: 2 })} s`,
    record.files === undefined
      ? formatBytes(record.zipBytes)
      : t('size', { size: formatBytes(record.zipBytes), count: record.files }),
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-16 gap-y-4 text-12">
      <Status look={outcome.lastUpdateStatus === 'InProgress' ? 'progress' : 'success'}>
        {t('deployed')}
      </Status>
      {facts.map((fact) => (
        <span key={fact} className="text-muted tabular-nums">
          {fact}
        </span>
      ))}
      <span className="flex min-w-0 items-center gap-8 text-muted">
        {t('sha')} <CodeText text={outcome.codeSha256} cut="end" />
      </span>
      {outcome.lastUpdateStatus === 'InProgress' && (
        <span className="basis-full text-muted">{t('inProgress')}</span>
      )}
    </div>
  );
}
