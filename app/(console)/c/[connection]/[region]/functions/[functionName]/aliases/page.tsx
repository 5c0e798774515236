import type { Metadata } from 'next';
import { ProvisionedStatus } from '@/components/configuration/concurrency/provisioned-card';
import { AliasActs } from '@/components/function-page/alias-acts';
import { RollBackButton } from '@/components/function-page/roll-back-button';
import { RoutingCell } from '@/components/function-page/routing-cell';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import type { Column } from '@/components/patterns/resource-table/column';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { listProvisioned } from '@/lib/queries/provisioned';
import { getShell } from '@/lib/queries/shell';
import { getQualifiers, type AliasRow } from '@/lib/queries/versions';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('versions');
  return { title: t('aliases') };
}

export default async function AliasesPage(props: FunctionPageProps) {
  const { place, functionName: name, mayChange } = await openFunctionPage(props);
  const [{ aliases }, provisioned, shell, t] = await Promise.all([
    getQualifiers(place, name),
    listProvisioned(place, name),
    getShell(place.connectionId),
    getTranslator('versions'),
  ]);
  if (!aliases.ok) {
    return (
      <div className="p-inset">
        <Failure error={aliases.error} />
      </div>
    );
  }

  const { rows, isCut } = aliases.data;
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const provisionedOf = (alias: string) =>
    provisioned.ok ? provisioned.data.find(({ qualifier }) => qualifier === alias) : undefined;
  const percent = (value: number) => t('percent', { percent: value });
  const columns: readonly Column<AliasRow>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: (row) => (
        <TextLink strong href={withQuery(routes.functionTab(place, name, 'code'), { qualifier: row.name })}>
          {row.name}
        </TextLink>
      ),
    },
    {
      id: 'versions',
      header: t('versions'),
      cell: (row) => <RoutingCell place={place} name={name} routing={row} percent={percent} />,
    },
    {
      id: 'provisioned',
      header: t('provisioned'),
      cell: ({ name: alias }) => {
        const row = provisionedOf(alias);
        return (
          row && (
            <span className="inline-flex flex-wrap items-center gap-x-8">
              {row.requested} <ProvisionedStatus row={row} />
            </span>
          )
        );
      },
    },
    { id: 'description', header: t('description'), muted: true, cut: true, cell: (row) => row.description },
    {
      id: 'rollBack',
      header: '',
      align: 'end',
      cell: (row) =>
        row.second && (
          <RollBackButton
            place={place}
            name={name}
            alias={row.name}
            version={row.version}
            revisionId={row.revisionId}
            refusedReason={refusedReason}
          />
        ),
    },
  ];
  return (
    <div className="flex flex-col gap-12 pt-16">
      <div className="flex flex-wrap items-center gap-12 px-inset">
        <h2 className="text-16">
          {t('aliases')} <span className="font-regular text-muted">({rows.length})</span>
        </h2>
        <div className="ml-auto">
          <ButtonLink
            href={routes.createAlias(place, name)}
            variant="primary"
            shortcut="create"
            disabledReason={refusedReason}
          >
            {t('createAlias')}
          </ButtonLink>
        </div>
      </div>
      {isCut && (
        <div className="px-inset">
          <Note tone="info">{t('isCut', { count: rows.length })}</Note>
        </div>
      )}
      <ResourceTable
        caption={t('aliases')}
        columns={rows.some((row) => row.second) ? columns : columns.slice(0, -1)}
        rows={rows}
        rowId={(row) => row.name}
        rowActsHeader={t('actionsHeader')}
        rowActs={(row) => (
          <AliasActs
            place={place}
            name={name}
            alias={row.name}
            connectionName={shell.connections.find(({ id }) => id === place.connectionId)?.name ?? ''}
            refusedReason={refusedReason}
          />
        )}
        empty={<EmptyLine>{t('noAliases')}</EmptyLine>}
      />
    </div>
  );
}
