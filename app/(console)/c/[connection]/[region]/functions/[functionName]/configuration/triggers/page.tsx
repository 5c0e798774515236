import type { Metadata } from 'next';
import { RelationCard } from '@/components/configuration/relation-card';
import { TriggerTable } from '@/components/configuration/triggers/trigger-table';
import { RelationFailures } from '@/components/designer/relation-failures';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { buildFunctionGraph } from '@/lib/domain/function-graph';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getFunctionRelations } from '@/lib/queries/function-relations';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('triggers');
  return { title: t('title') };
}

export default async function TriggersPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const found = await getFunction(place, functionName, qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name } = found.data;
  const [t, common, relations] = await Promise.all([
    getTranslator('triggers'),
    getTranslator('configuration'),
    getFunctionRelations(place, name, found.data, qualifier),
  ]);
  const { triggers, failures } = buildFunctionGraph(relations);
  const refusedReason = mayChange ? undefined : common('roleNeeded');
  const count = triggers.reduce((sum, node) => sum + node.items.length, 0);
  const aboutTriggers = failures.filter(({ question }) => question !== 'asyncDestinations');
  return (
    <RelationCard
      title={t('title')}
      count={count}
      add={{
        label: t('add'),
        href: routes.addTrigger(place, name, { qualifier }),
        disabledReason: refusedReason,
      }}
      notice={aboutTriggers.length > 0 && <RelationFailures failures={aboutTriggers} />}
      emptyText={t('none')}
    >
      <TriggerTable
        place={place}
        functionName={name}
        qualifier={qualifier}
        nodes={triggers}
        refusedReason={refusedReason}
      />
    </RelationCard>
  );
}
