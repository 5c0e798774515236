import { Failure } from '@/components/patterns/failure';
import { EmptyLine } from '@/components/patterns/empty';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleError } from '@/lib/domain/console-error';
import { daysOfMonth } from '@/lib/domain/cost-estimate';
import { lambdaPrices, type Priced } from '@/lib/domain/lambda-prices';
import { getTranslator } from '@/lib/i18n/server';
import type { FunctionCost } from '@/lib/queries/costs';
import type { Result } from '@/lib/shared/result';
import { dollars } from './dollars';

/** What a month of a function costs, part by part, and what that is reckoned from. */
export async function CostCard(props: {
  region: string;
  facts: Priced;
  cost: Result<FunctionCost | undefined, ConsoleError>;
}) {
  const { region, facts, cost } = props;
  const t = await getTranslator('costs');
  if (!cost.ok) return <Failure error={cost.error} title={t('notRead')} compact />;
  if (!cost.data) {
    return (
      <Card title={t('title')}>
        <EmptyLine>{t('none')}</EmptyLine>
      </Card>
    );
  }
  const { use, cost: month, provisionedCount } = cost.data;
  const { architecture, memoryMb, ephemeralStorageMb } = facts;
  const ofMonth = Math.round((use.invocations * daysOfMonth) / use.days);
  const ms = Math.round(use.durationMs / Math.max(1, use.invocations));
  const parts = [
    { id: 'requests', hint: t('requestsHint', { count: ofMonth }) },
    { id: 'duration', hint: t('durationHint', { ms, memory: memoryMb, architecture }) },
    { id: 'storage', hint: t('storageHint', { size: ephemeralStorageMb }) },
    { id: 'provisioned', hint: t('provisionedHint', { count: provisionedCount }) },
  ] as const;
  return (
    <Card title={t('title')}>
      <dl className="grid gap-16 tablet:grid-cols-2 desktop:grid-cols-5">
        <div>
          <dt className="text-12 text-muted">{t('total')}</dt>
          <dd className="mt-2 text-24 font-semibold tabular-nums">{dollars(month.total)}</dd>
        </div>
        {parts.map(({ id, hint }) => (
          <div key={id}>
            <dt className="text-12 text-muted">{t(id)}</dt>
            <dd className="mt-2">
              <span className="text-16 tabular-nums">{dollars(month[id])}</span>
              <span className="block text-12 text-muted">{hint}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-16 text-12 text-pretty text-muted">
        {t('basis', { days: use.days, region: lambdaPrices.region, date: lambdaPrices.inForceSince })}{' '}
        {region !== lambdaPrices.region && t('otherRegion', { region })} {t('leftOut')}{' '}
        <TextLink external inText href={lambdaPrices.source}>
          {t('source')}
        </TextLink>
      </p>
    </Card>
  );
}
