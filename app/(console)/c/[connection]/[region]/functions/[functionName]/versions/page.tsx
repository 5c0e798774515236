import type { Metadata } from 'next';
import { PublishButton } from '@/components/function-page/publish-button';
import { VersionActs } from '@/components/function-page/version-acts';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import type { Column } from '@/components/patterns/resource-table/column';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { Note } from '@/components/ui/note';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { routingShares } from '@/lib/domain/alias-routing';
import { getTranslator } from '@/lib/i18n/server';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getShell } from '@/lib/queries/shell';
import { getQualifiers, type VersionRow } from '@/lib/queries/versions';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('versions');
  return { title: t('versions') };
}

export default async function VersionsPage(props: FunctionPageProps) {
  const { place, functionName: name, mayChange } = await openFunctionPage(props);
  const [{ versions, aliases }, shell, t] = await Promise.all([
    getQualifiers(place, name),
    getShell(place.connectionId),
    getTranslator('versions'),
  ]);
  if (!versions.ok) {
    return (
      <div className="p-inset">
        <Failure error={versions.error} />
      </div>
    );
  }

  const { rows, isCut } = versions.data;
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const aliasesOf = (version: string) =>
    (aliases.ok ? aliases.data.rows : [])
      .filter((alias) => routingShares(alias).some((share) => share.version === version))
      .map((alias) => alias.name);
  const view = (qualifier: string) => withQuery(routes.functionTab(place, name, 'code'), { qualifier });
  const columns: readonly Column<VersionRow>[] = [
    {
      id: 'version',
      header: t('version'),
      cell: ({ version }) => (
        <TextLink strong href={view(version)}>
          {version}
        </TextLink>
      ),
    },
    {
      id: 'aliases',
      header: t('aliases'),
      cell: ({ version }) =>
        aliasesOf(version).length > 0 && (
          <span className="inline-flex flex-wrap gap-x-8">
            {aliasesOf(version).map((alias) => (
              <TextLink key={alias} href={view(alias)}>
                {alias}
              </TextLink>
            ))}
          </span>
        ),
    },
    {
      id: 'description',
      header: t('description'),
      muted: true,
      cut: true,
      cell: ({ description }) => description,
    },
    {
      id: 'lastModified',
      header: t('lastModified'),
      cell: ({ lastModified }) => (lastModified ? <RelativeTime at={lastModified} /> : '–'),
    },
    {
      id: 'architecture',
      header: t('architecture'),
      hideUnder: 'desktop',
      phone: 'hidden',
      cell: ({ architecture }) => <span className="font-mono text-12">{architecture}</span>,
    },
  ];
  return (
    <div className="flex flex-col gap-12 pt-16">
      <div className="flex flex-wrap items-center gap-12 px-inset">
        <h2 className="text-16">
          {t('versions')} <span className="font-regular text-muted">({rows.length})</span>
        </h2>
        <div className="ml-auto">
          <PublishButton place={place} name={name} newest={rows[0]?.version} refusedReason={refusedReason} />
        </div>
      </div>
      {isCut && (
        <div className="px-inset">
          <Note tone="info">{t('isCut', { count: rows.length })}</Note>
        </div>
      )}
      <ResourceTable
        caption={t('versions')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.version}
        rowActsHeader={t('actionsHeader')}
        rowActs={({ version }) => (
          <VersionActs
            place={place}
            name={name}
            version={version}
            connectionName={shell.connections.find(({ id }) => id === place.connectionId)?.name ?? ''}
            aliases={aliasesOf(version)}
            refusedReason={refusedReason}
          />
        )}
        empty={<EmptyLine>{t('noVersions')}</EmptyLine>}
      />
    </div>
  );
}
