import type { Metadata } from 'next';
import { DestinationTable } from '@/components/configuration/destinations/destination-table';
import { RelationCard } from '@/components/configuration/relation-card';
import { RelationFailures } from '@/components/designer/relation-failures';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { resourceName } from '@/lib/domain/connected-service';
import { getTranslator } from '@/lib/i18n/server';
import type { FunctionPageProps } from '@/lib/queries/open-function-page';
import { openRelations } from '@/lib/queries/open-relations';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('destinations');
  return { title: t('title') };
}

export default async function DestinationsPage(props: FunctionPageProps) {
  const [{ place, functionName, qualifier, refusedReason, found }, t] = await Promise.all([
    openRelations(props),
    getTranslator('destinations'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { destinations, failures } = found.data.graph;
  const { eventSources } = found.data.relations;
  const streams = (eventSources.status === 'known' ? eventSources.value : []).map(
    ({ id, sourceArn }) => [`mapping:${id}`, sourceArn ? resourceName(sourceArn) : id] as const,
  );
  const count = destinations.reduce((sum, node) => sum + node.items.length, 0);
  const unread = failures.filter(({ question }) => question !== 'functionUrl' && question !== 'grants');
  return (
    <RelationCard
      title={t('title')}
      count={count}
      add={{
        label: t('add'),
        href: routes.editDestination(place, functionName, { qualifier }),
        disabledReason: refusedReason,
      }}
      notice={unread.length > 0 && <RelationFailures failures={unread} />}
      emptyText={t('none')}
    >
      <DestinationTable
        place={place}
        functionName={functionName}
        qualifier={qualifier}
        nodes={destinations}
        streams={new Map(streams)}
        refusedReason={refusedReason}
      />
    </RelationCard>
  );
}
