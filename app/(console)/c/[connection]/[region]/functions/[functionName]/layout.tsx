import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { relationActs } from '@/components/configuration/relation-acts';
import { FunctionOverview } from '@/components/designer/function-overview';
import { overviewCookie, parseOverviewPreference } from '@/components/designer/overview-preference';
import { FunctionMissing } from '@/components/function-page/function-missing';
import { FunctionTabs } from '@/components/function-page/function-tabs';
import { headerState } from '@/components/function-page/function-state';
import { HeaderActs } from '@/components/function-page/header-acts';
import { QualifierNotice } from '@/components/function-page/qualifier-notice';
import { QualifierSelect } from '@/components/function-page/qualifier-select';
import { StateNotice } from '@/components/function-page/state-notice';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { Status } from '@/components/ui/status';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { routingShares } from '@/lib/domain/alias-routing';
import { buildFunctionGraph } from '@/lib/domain/function-graph';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction, type FunctionPage } from '@/lib/queries/function';
import { getFunctionRelations } from '@/lib/queries/function-relations';
import { getShell } from '@/lib/queries/shell';
import { getQualifiers } from '@/lib/queries/versions';
import { routes, withQuery, type Place } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly children: ReactNode;
}

async function readParams(params: Props['params']): Promise<{ place: Place; name: string }> {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  return { place, name: decodeURIComponent(functionName) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await readParams(params);
  return { title: { default: name, template: `%s · ${name} · Lambdeck` } };
}

export default async function FunctionLayout({ params, children }: Props) {
  const { place, name } = await readParams(params);
  const user = await requirePageUser('viewer', routes.function(place, name));
  const [found, t] = await Promise.all([getFunction(place, name), getTranslator('functionPage')]);
  if (!found.ok && found.error.kind === 'not-found') return <FunctionMissing place={place} name={name} />;

  const breadcrumbs = [
    { label: t('functions'), href: routes.functions(place) },
    { label: found.ok ? found.data.name : name },
  ];
  if (!found.ok) {
    return (
      <>
        <PageHeader breadcrumbs={breadcrumbs} title={name} />
        <div className="p-inset">
          <Failure error={found.error} />
        </div>
      </>
    );
  }

  const facts = found.data;
  const [shell, overview, { versions, aliases }] = await Promise.all([
    getShell(place.connectionId),
    getOverview(place, facts, roleIncludes(user.role, 'developer')),
    getQualifiers(place, facts.name),
  ]);
  const choices = {
    versions: versions.ok ? versions.data.rows : [],
    aliases: (aliases.ok ? aliases.data.rows : []).map((row) => ({
      name: row.name,
      versions: routingShares(row).map(({ version }) => version),
    })),
    isComplete: versions.ok && aliases.ok && !versions.data.isCut && !aliases.data.isCut,
  };
  const connection = shell.connections.find(({ id }) => id === place.connectionId);
  const { look, word, raw } = headerState(facts);
  const reason =
    word === 'throttled' ? t('throttledReason') : (facts.stateReason ?? facts.lastUpdateStatusReason);
  return (
    <>
      <PageHeader
        breadcrumbs={breadcrumbs}
        title={facts.name}
        status={
          <Status look={look} tooltip={reason}>
            {word ? t(`state.${word}`) : raw}
          </Status>
        }
        qualifier={<QualifierSelect place={place} name={facts.name} choices={choices} />}
        acts={
          <HeaderActs
            place={place}
            name={facts.name}
            arn={facts.arn}
            connectionName={connection?.name ?? place.connectionId}
            reservedConcurrency={facts.reservedConcurrency}
            newestVersion={choices.versions[0]?.version}
            downloadHref={overview.model.downloadHref}
            canChange={roleIncludes(user.role, 'developer')}
          />
        }
        below={
          <div className="flex flex-col gap-8">
            <StateNotice facts={facts} />
            <QualifierNotice place={place} name={facts.name} choices={choices} />
            <FunctionOverview {...overview} codeHref={routes.functionTab(place, facts.name, 'code')} />
          </div>
        }
        tabs={
          <FunctionTabs
            place={place}
            name={facts.name}
            counts={{ versions: choices.versions.length, aliases: choices.aliases.length }}
          />
        }
      />
      {children}
    </>
  );
}

async function getOverview(place: Place, facts: FunctionPage, canChange: boolean) {
  const [relations, jar, common, words] = await Promise.all([
    getFunctionRelations(place, facts.name, facts),
    cookies(),
    getTranslator('configuration'),
    getTranslator('designer'),
  ]);
  const { functionUrl } = relations;
  const download = withQuery(routes.api.functionCode(place, facts.name), { download: 'zip' });
  const graph = buildFunctionGraph(relations);
  const refusedReason = canChange ? undefined : common('roleNeeded');
  return {
    acts: relationActs(graph, {
      place,
      functionName: facts.name,
      refusedReason,
      words: { edit: words('edit'), open: words('open') },
    }),
    preference: parseOverviewPreference(jar.get(overviewCookie)?.value),
    model: {
      name: facts.name,
      arn: facts.arn,
      description: facts.description,
      detail: ['$LATEST', facts.runtime ?? facts.packageType, facts.architecture].join(' · '),
      layerArns: facts.layerArns,
      lastModified: facts.lastModified,
      functionUrl: functionUrl.status === 'known' ? functionUrl.value?.url : undefined,
      downloadHref: facts.packageType === 'Zip' ? download : undefined,
      graph,
      addTriggerHref: routes.addTrigger(place, facts.name),
      addDestinationHref: routes.editDestination(place, facts.name),
      cannotChangeReason: refusedReason,
    },
  };
}
