import type { Metadata } from 'next';
import { DestinationTable } from '@/components/configuration/destinations/destination-table';
import { RelationCard } from '@/components/configuration/relation-card';
import { RelationFailures } from '@/components/designer/relation-failures';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { resourceName } from '@/lib/domain/connected-service';
import { buildFunctionGraph } from '@/lib/domain/function-graph';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getFunctionRelations } from '@/lib/queries/function-relations';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('destinations');
  return { title: t('title') };
}

export default async function DestinationsPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const found = await getFunction(place, functionName, qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name } = found.data;
  const [t, common, relations] = await Promise.all([
    getTranslator('destinations'),
    getTranslator('configuration'),
    getFunctionRelations(place, name, found.data, qualifier),
  ]);
  const { destinations, failures } = buildFunctionGraph(relations);
  const { eventSources } = relations;
  const streams = (eventSources.status === 'known' ? eventSources.value : []).map(
    ({ id, sourceArn }) => [`mapping:${id}`, sourceArn ? resourceName(sourceArn) : id] as const,
  );
  const refusedReason = mayChange ? undefined : common('roleNeeded');
  const count = destinations.reduce((sum, node) => sum + node.items.length, 0);
  const unread = failures.filter(({ question }) => question !== 'functionUrl' && question !== 'grants');
  return (
    <RelationCard
      title={t('title')}
      count={count}
      add={{
        label: t('add'),
        href: routes.editDestination(place, name, { qualifier }),
        disabledReason: refusedReason,
      }}
      notice={unread.length > 0 && <RelationFailures failures={unread} />}
      emptyText={t('none')}
    >
      <DestinationTable
        place={place}
        functionName={name}
        qualifier={qualifier}
        nodes={destinations}
        streams={new Map(streams)}
        refusedReason={refusedReason}
      />
    </RelationCard>
  );
}
