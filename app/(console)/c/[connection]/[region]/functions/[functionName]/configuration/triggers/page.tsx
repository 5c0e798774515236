import type { Metadata } from 'next';
import { TriggerTable } from '@/components/configuration/triggers/trigger-table';
import { RelationFailures } from '@/components/designer/relation-failures';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
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
  const t = await getTranslator('triggers');
  return { title: t('title') };
}

export default async function TriggersPage({ params, searchParams }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const user = await requirePageUser();
  const qualifier = readQualifier((await searchParams).qualifier);
  const found = await getFunction(place, decodeURIComponent(functionName), qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name } = found.data;
  const [t, common, relations] = await Promise.all([
    getTranslator('triggers'),
    getTranslator('configuration'),
    getFunctionRelations(place, name, found.data, qualifier),
  ]);
  const { triggers, failures } = buildFunctionGraph(relations);
  const refusedReason = roleIncludes(user.role, 'developer') ? undefined : common('roleNeeded');
  const count = triggers.reduce((sum, node) => sum + node.items.length, 0);
  const aboutTriggers = failures.filter(({ question }) => question !== 'asyncDestinations');
  return (
    <Card
      title={t('title')}
      meta={`(${count})`}
      flush={count > 0}
      acts={
        <ButtonLink
          href={routes.addTrigger(place, name, { qualifier })}
          size="small"
          shortcut="edit"
          disabledReason={refusedReason}
        >
          {t('add')}
        </ButtonLink>
      }
    >
      {aboutTriggers.length > 0 && (
        <div className={count > 0 ? 'p-16' : ''}>
          <RelationFailures failures={aboutTriggers} />
        </div>
      )}
      {count === 0 ? (
        <EmptyLine>{t('none')}</EmptyLine>
      ) : (
        <TriggerTable
          place={place}
          functionName={name}
          qualifier={qualifier}
          nodes={triggers}
          refusedReason={refusedReason}
        />
      )}
    </Card>
  );
}
