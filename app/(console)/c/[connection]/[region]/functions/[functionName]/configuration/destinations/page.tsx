import type { Metadata } from 'next';
import { DestinationTable } from '@/components/configuration/destinations/destination-table';
import { RelationFailures } from '@/components/designer/relation-failures';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { resourceName } from '@/lib/domain/connected-service';
import { buildFunctionGraph } from '@/lib/domain/function-graph';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getFunctionRelations } from '@/lib/queries/function-relations';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('destinations');
  return { title: t('title') };
}

export default async function DestinationsPage({ params, searchParams }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const user = await requirePageUser();
  const qualifier = readQualifier((await searchParams).qualifier);
  const found = await getFunction(place, decodeURIComponent(functionName), qualifier);
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
  const refusedReason = roleIncludes(user.role, 'developer') ? undefined : common('roleNeeded');
  const count = destinations.reduce((sum, node) => sum + node.items.length, 0);
  const unread = failures.filter(({ question }) => question !== 'functionUrl' && question !== 'grants');
  return (
    <Card
      title={t('title')}
      meta={`(${count})`}
      flush={count > 0}
      acts={
        <ButtonLink
          href={routes.editDestination(place, name, { qualifier })}
          size="small"
          shortcut="edit"
          disabledReason={refusedReason}
        >
          {t('add')}
        </ButtonLink>
      }
    >
      {unread.length > 0 && (
        <div className={count > 0 ? 'p-16' : ''}>
          <RelationFailures failures={unread} />
        </div>
      )}
      {count === 0 ? (
        <EmptyLine>{t('none')}</EmptyLine>
      ) : (
        <DestinationTable
          place={place}
          functionName={name}
          qualifier={qualifier}
          nodes={destinations}
          streams={new Map(streams)}
          refusedReason={refusedReason}
        />
      )}
    </Card>
  );
}
