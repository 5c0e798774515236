'use client';

import { PlugZap } from 'lucide-react';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { SidePanel } from '@/components/patterns/side-panel';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { Status, type StatusLook } from '@/components/ui/status';
import type { ConnectionCheck, ConnectionTrial } from '@/lib/actions/connections/try-connection';
import type { ActionResult, ConsoleError } from '@/lib/domain/console-error';

function lookOf(outcome: ConnectionCheck['outcome']): StatusLook {
  if (outcome === 'ok') return 'success';
  return outcome === 'denied' || outcome === 'unsupported' ? 'denied' : 'danger';
}

/** Tries the connection and says, operation by operation, what it can do and what AWS says where it cannot. */
export function TrialPanel(props: {
  disabledReason?: string;
  run: () => Promise<ActionResult<ConnectionTrial>>;
  /** A refusal that names a field of the form; without a taker it is shown here. */
  onRefused?: (error: ConsoleError) => boolean;
}) {
  const t = useTranslations('connections.trial');
  const [trial, setTrial] = useState<ConnectionTrial>();
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const handleClick = () => {
    startTransition(async () => {
      setError(undefined);
      const result = await props.run();
      setTrial(result.ok ? result.data : undefined);
      if (result.ok) announce(summaryOf(result.data));
      else if (!props.onRefused?.(result.error)) setError(result.error);
    });
  };
  const summaryOf = ({ checks }: ConnectionTrial) =>
    t('allowed', { ok: checks.filter(({ outcome }) => outcome === 'ok').length, total: checks.length });

  return (
    <SidePanel title={t('title')}>
      <div className="flex flex-col gap-16" aria-busy={isPending}>
        <p className="text-muted">{t('idle')}</p>
        <div>
          <Button
            icon={<PlugZap aria-hidden size={16} strokeWidth={1.75} />}
            pending={isPending}
            disabledReason={props.disabledReason}
            onClick={handleClick}
          >
            {t('button')}
          </Button>
        </div>
        {isPending && <p className="text-muted">{t('running')}</p>}
        {error && <Failure error={error} compact onRetry={null} />}
        {trial && !isPending && (
          <>
            <p className="font-medium">{summaryOf(trial)}</p>
            <Checks checks={trial.checks} />
            <dl className="flex flex-col gap-8">
              <Fact label={t('account')} value={trial.accountId} />
              <Fact label={t('identity')} value={trial.arn} />
            </dl>
          </>
        )}
      </div>
    </SidePanel>
  );
}

function Checks({ checks }: { checks: readonly ConnectionCheck[] }) {
  const t = useTranslations('connections.trial');
  return (
    <ul className="flex flex-col gap-12">
      {checks.map(({ operation, outcome, message, milliseconds }) => (
        <li key={operation} className="flex flex-col gap-2">
          <span className="flex flex-wrap items-center justify-between gap-x-12">
            <code className="text-12">{operation}</code>
            <Status look={lookOf(outcome)}>
              {outcome === 'ok' ? t('works', { milliseconds }) : t(`outcomes.${outcome}`)}
            </Status>
          </span>
          {message !== undefined && <span className="text-12 wrap-anywhere text-muted">{message}</span>}
        </li>
      ))}
    </ul>
  );
}

function Fact(props: { label: string; value?: string }) {
  if (props.value === undefined) return null;
  return (
    <div>
      <dt className="text-12 text-muted">{props.label}</dt>
      <dd className="wrap-anywhere">
        <code>{props.value}</code>
      </dd>
    </div>
  );
}
