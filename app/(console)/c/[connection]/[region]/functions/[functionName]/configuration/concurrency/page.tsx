import type { Metadata } from 'next';
import { AccountCard } from '@/components/configuration/concurrency/account-card';
import { ProvisionedCard } from '@/components/configuration/concurrency/provisioned-card';
import { RecursionCard } from '@/components/configuration/concurrency/recursion-card';
import { DetailsSection } from '@/components/patterns/details-section';
import { Note } from '@/components/ui/note';
import { concurrencyShares } from '@/lib/domain/concurrency';
import { getTranslator } from '@/lib/i18n/server';
import { getAccountConcurrency, getRecursion } from '@/lib/queries/concurrency';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { listProvisioned } from '@/lib/queries/provisioned';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('concurrency.title') };
}

export default async function ConcurrencyPage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const [found, account, provisioned, recursion] = await Promise.all([
    getFunction(place, functionName),
    getAccountConcurrency(place),
    listProvisioned(place, functionName),
    getRecursion(place, functionName),
  ]);
  if (!found.ok) return null; // The layout has said why.

  const { name, reservedConcurrency } = found.data;
  const t = await getTranslator('configuration');
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const count = (value: number) => t('concurrency.count', { count: value });
  return (
    <>
      {reservedConcurrency === 0 && (
        <Note tone="warning" title={t('concurrency.zeroTitle')}>
          {t('concurrency.zeroText')}
        </Note>
      )}
      <AccountCard region={place.region} account={account} own={reservedConcurrency} />
      <DetailsSection
        title={t('concurrency.function')}
        editHref={routes.editConfiguration(place, name, 'concurrency')}
        editDisabledReason={refusedReason}
        items={[
          {
            label: t('concurrency.use'),
            value: t(reservedConcurrency === undefined ? 'concurrency.useUnreserved' : 'concurrency.reserve'),
          },
          {
            label: t('concurrency.reserved'),
            value: reservedConcurrency !== undefined && count(reservedConcurrency),
            hint: Boolean(reservedConcurrency) && t('concurrency.ceiling'),
          },
          {
            label: t('concurrency.unreserved'),
            value: account.ok && count(account.data.unreserved),
            hint:
              account.ok &&
              t('concurrency.canReserve', {
                count: concurrencyShares(account.data, reservedConcurrency).free,
              }),
          },
        ]}
      />
      <ProvisionedCard
        place={place}
        functionName={name}
        provisioned={provisioned}
        refusedReason={refusedReason}
      />
      <RecursionCard place={place} functionName={name} recursion={recursion} refusedReason={refusedReason} />
    </>
  );
}
