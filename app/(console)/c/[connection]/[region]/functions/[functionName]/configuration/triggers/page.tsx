import type { Metadata } from 'next';
import { RelationCard } from '@/components/configuration/relation-card';
import { TriggerTable } from '@/components/configuration/triggers/trigger-table';
import { RelationFailures } from '@/components/designer/relation-failures';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { getTranslator } from '@/lib/i18n/server';
import type { FunctionPageProps } from '@/lib/queries/open-function-page';
import { openRelations } from '@/lib/queries/open-relations';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('triggers');
  return { title: t('title') };
}

export default async function TriggersPage(props: FunctionPageProps) {
  const [{ place, functionName, qualifier, refusedReason, found }, t] = await Promise.all([
    openRelations(props),
    getTranslator('triggers'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { triggers, failures } = found.data.graph;
  const count = triggers.reduce((sum, node) => sum + node.items.length, 0);
  const aboutTriggers = failures.filter(({ question }) => question !== 'asyncDestinations');
  return (
    <RelationCard
      title={t('title')}
      count={count}
      add={{
        label: t('add'),
        href: routes.addTrigger(place, functionName, { qualifier }),
        disabledReason: refusedReason,
      }}
      notice={aboutTriggers.length > 0 && <RelationFailures failures={aboutTriggers} />}
      emptyText={t('none')}
    >
      <TriggerTable
        place={place}
        functionName={functionName}
        qualifier={qualifier}
        nodes={triggers}
        refusedReason={refusedReason}
      />
    </RelationCard>
  );
}
