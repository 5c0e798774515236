import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { concurrencyShares, type AccountConcurrency, type ConcurrencyShares } from '@/lib/domain/concurrency';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { Result } from '@/lib/shared/result';

const looks: Readonly<Record<keyof ConcurrencyShares, string>> = {
  others: 'bg-series-6',
  own: 'bg-series-1',
  free: 'bg-pressed',
  last: 'border-l border-dashed border-danger-solid bg-pressed',
};
const parts = Object.keys(looks) as (keyof ConcurrencyShares)[];

/** One bar of the account's limit: who has reserved how much, what is free, and the last 100. */
export async function AccountCard(props: {
  region: string;
  account: Result<AccountConcurrency, ConsoleError>;
  own: number | undefined;
}) {
  const t = await getTranslator('configuration');
  const { account } = props;
  const title = t('concurrency.account');
  if (!account.ok) {
    return (
      <Card title={title}>
        <Failure error={account.error} compact />
      </Card>
    );
  }
  const { limit } = account.data;
  const shares = concurrencyShares(account.data, props.own);
  return (
    <Card title={title} acts={<span className="text-12 text-muted">{props.region}</span>}>
      <p>
        <span className="text-24 font-semibold tabular-nums">
          {t('concurrency.count', { count: shares.others + shares.own })}
        </span>{' '}
        <span className="text-muted">{t('concurrency.ofLimit', { limit })}</span>
      </p>
      <div aria-hidden className="mt-8 flex h-24 gap-px overflow-hidden rounded-4">
        {parts.map(
          (part) =>
            shares[part] > 0 && (
              <div
                key={part}
                className={looks[part]}
                style={{ width: `${(shares[part] / Math.max(limit, 1)) * 100}%` }}
              />
            ),
        )}
      </div>
      <div aria-hidden className="mt-4 flex justify-between text-12 text-muted">
        <span>0</span>
        <span className="text-danger-text">{t('concurrency.lastStay', { count: shares.last })}</span>
      </div>
      <dl className="mt-8 flex flex-wrap gap-x-16 gap-y-4 text-12">
        {parts.map((part) => (
          <div key={part} className="flex items-center gap-8">
            <span aria-hidden className={`size-12 rounded-4 border border-edge-strong ${looks[part]}`} />
            <dt className="text-muted">{t(`concurrency.share.${part}`)}</dt>
            <dd className="font-medium tabular-nums">{t('concurrency.count', { count: shares[part] })}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
