import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('tenant-isolation') };
}

/** AWS sets it with creation and never again: there is nothing to edit. */
export default async function TenantIsolationPage(props: FunctionPageProps) {
  const { place, functionName, qualifier } = await openFunctionPage(props);
  const [found, t, names] = await Promise.all([
    getFunction(place, functionName, qualifier),
    getTranslator('tenancy'),
    getTranslator('sections'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { isTenantIsolated } = found.data;
  return (
    <DetailsSection
      title={names('tenant-isolation')}
      items={[
        {
          label: t('mode'),
          value: isTenantIsolated ? t('perTenant') : t('off'),
          hint: isTenantIsolated ? t('perTenantHint') : t('offHint'),
        },
      ]}
      note={
        isTenantIsolated && (
          <p className="text-12 text-muted">
            {t('notWith')}{' '}
            <TextLink href={withQuery(routes.functionTab(place, functionName, 'test'), { qualifier })}>
              {t('goTest')}
            </TextLink>
          </p>
        )
      }
    />
  );
}
