'use client';

import { CircleX, RefreshCw, TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Disclosure } from '@/components/ui/disclosure';
import { solidClass, toneClass } from '@/components/ui/tone';
import type { ConsoleError, ConsoleErrorKind } from '@/lib/domain/console-error';

/** How many next steps each kind of failure has in the catalogue. */
const stepCounts: Record<ConsoleErrorKind, 1 | 2> = {
  invalid: 1,
  'not-found': 2,
  conflict: 1,
  denied: 2,
  throttled: 1,
  quota: 2,
  unreachable: 2,
  failed: 2,
  unsupported: 1,
  unexpected: 2,
};

/**
 * What failed, why, what to do next, and what to quote when asking for help. Stands nearest to the cause; the rest
 * of the page goes on working.
 */
export function Failure(props: {
  error: ConsoleError;
  /** What was being done, as a fact: "The functions could not be listed". Default: by kind. */
  title?: string;
  /** Replaces the steps of the kind, where the place knows better. */
  steps?: readonly ReactNode[];
  /** Default: reads the page again, where that can help. Pass null where trying again makes no sense. */
  onRetry?: (() => void) | null;
  /** Fewer words, for a foot or a side panel. */
  compact?: boolean;
}) {
  const t = useTranslations('failure');
  const { error } = props;
  // What an endpoint does not have is no fault, and asking again does not bring it.
  const isLack = error.kind === 'unsupported';
  const tone = isLack ? 'warning' : 'danger';
  const Icon = isLack ? TriangleAlert : CircleX;
  const number = [1, 2].slice(0, stepCounts[error.kind]) as (1 | 2)[];
  const steps = props.steps ?? number.map((n) => t(`${error.kind}.step${n}` as 'denied.step1'));
  return (
    <div role="alert" className={`rounded-8 border p-16 ${toneClass[tone]}`}>
      <div className="flex items-start gap-12">
        <Icon aria-hidden size={18} strokeWidth={1.75} className={`mt-2 shrink-0 ${solidClass[tone]}`} />
        <div className="flex min-w-0 flex-1 flex-col gap-12 text-text">
          <div>
            <p className="text-16 font-semibold">{props.title ?? t(`${error.kind}.title`)}</p>
            <p className="mt-4 wrap-anywhere text-muted">{error.message}</p>
          </div>
          <div className={props.compact ? 'flex flex-col gap-12' : 'grid gap-16 desktop:grid-cols-2'}>
            <Steps steps={steps} title={t('nextSteps')} />
            <Evidence error={error} isFolded={props.compact} />
          </div>
          <Retry onRetry={props.onRetry === undefined && isLack ? null : props.onRetry} />
        </div>
      </div>
    </div>
  );
}

function Steps({ steps, title }: { steps: readonly ReactNode[]; title: string }) {
  return (
    <div>
      <p className="text-12 font-medium">{title}</p>
      <ol className="mt-4 flex list-inside list-decimal flex-col gap-2">
        {steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
    </div>
  );
}

function Evidence({ error, isFolded }: { error: ConsoleError; isFolded?: boolean }) {
  const t = useTranslations('failure');
  const format = useFormatter();
  const rows: readonly [string, string | undefined][] = [
    [t('requestId'), error.requestId],
    [t('reference'), error.reference],
    [t('operation'), error.operation],
    [t('errorName'), error.awsErrorName],
  ];
  const time = new Date(error.at);
  const list = (
    <dl className="grid grid-cols-pair items-center gap-x-12 gap-y-4 text-12">
      {rows.map(
        ([label, value], index) =>
          value && (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="flex min-w-0 items-center gap-4">
                <code className="break-all">{value}</code>
                {index < 2 && <CopyButton text={value} label={t('copyValue', { what: label })} />}
              </dd>
            </div>
          ),
      )}
      <div className="contents">
        <dt className="text-muted">{t('time')}</dt>
        <dd>
          {Number.isNaN(time.getTime())
            ? error.at
            : format.dateTime(time, { dateStyle: 'medium', timeStyle: 'long' })}
        </dd>
      </div>
    </dl>
  );
  return isFolded ? <Disclosure summary={t('details')}>{list}</Disclosure> : list;
}

function Retry({ onRetry }: { onRetry?: (() => void) | null }) {
  const t = useTranslations('ui');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  if (onRetry === null) return null;
  const handleClick = () => startTransition(() => (onRetry ? onRetry() : router.refresh()));
  return (
    <div>
      <Button
        pending={isPending}
        icon={<RefreshCw aria-hidden size={16} strokeWidth={1.75} />}
        onClick={handleClick}
      >
        {t('retry')}
      </Button>
    </div>
  );
}
