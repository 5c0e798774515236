import type { Metadata } from 'next';
import { ScalingCard } from '@/components/configuration/capacity/scaling-card';
import { EmptySection } from '@/components/configuration/empty-section';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { getFunctionScaling } from '@/lib/queries/function-scaling';
import type { FunctionPageProps } from '@/lib/queries/open-function-page';
import { openSection } from '@/lib/queries/open-section';
import { computeRoutes } from '@/lib/compute-routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('capacity-provider') };
}

export default async function FunctionCapacityProviderPage(props: FunctionPageProps) {
  const [{ place, functionName, qualifier, mayChange, found, edit }, t, names] = await Promise.all([
    openSection(props, 'capacity-provider'),
    getTranslator('capacity'),
    getTranslator('sections'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { capacityProvider, memoryPerVCpu, environmentConcurrency } = found.data.values;
  const title = names('capacity-provider');
  if (capacityProvider === '') return <EmptySection title={title} text={t('onFunction.none')} />;
  const provider = capacityProvider.split(':').at(-1) ?? capacityProvider;
  const version = qualifier !== undefined && /^\d+$/.test(qualifier) ? qualifier : undefined;
  return (
    <>
      <DetailsSection
        title={title}
        {...edit}
        items={[
          {
            label: t('onFunction.provider'),
            value: <TextLink href={computeRoutes.capacityProviders(place, provider)}>{provider}</TextLink>,
            hint: <code>{capacityProvider}</code>,
            wide: true,
          },
          {
            label: t('onFunction.memoryPerVCpu'),
            value: memoryPerVCpu && t('onFunction.gib', { count: memoryPerVCpu }),
          },
          {
            label: t('onFunction.concurrency'),
            value: environmentConcurrency || t('onFunction.ofRuntime'),
          },
        ]}
      />
      <ScalingCard
        place={place}
        functionName={functionName}
        version={version}
        scaling={version === undefined ? undefined : await getFunctionScaling(place, functionName, version)}
        refusedReason={mayChange ? undefined : t('roleNeeded')}
      />
    </>
  );
}
