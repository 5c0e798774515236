import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { FunctionOverview } from '@/components/designer/function-overview';
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
import { computeRoutes } from '@/lib/compute-routes';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getShell } from '@/lib/queries/shell';
import { getQualifiers } from '@/lib/queries/versions';
import { routes, type Place } from '@/lib/routes';
import { getOverview } from './overview';

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
            more={
              facts.isDurable
                ? [
                    {
                      id: 'durable-executions',
                      label: t('durableExecutions'),
                      href: computeRoutes.durableExecutions(place, facts.name),
                    },
                  ]
                : []
            }
            counts={{ versions: choices.versions.length, aliases: choices.aliases.length }}
          />
        }
      />
      {children}
    </>
  );
}
