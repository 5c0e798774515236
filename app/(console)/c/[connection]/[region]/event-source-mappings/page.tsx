import type { Metadata } from 'next';
import { isMappingChanging, MappingState } from '@/components/configuration/triggers/mapping-state';
import { TriggerActs } from '@/components/configuration/triggers/trigger-acts';
import { Empty, EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { FindForm } from '@/components/patterns/find-form';
import { LookAgain } from '@/components/patterns/look-again';
import { PageHeader } from '@/components/patterns/page-header';
import type { Column } from '@/components/patterns/resource-table/column';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { serviceOfArn } from '@/lib/domain/connected-service';
import { triggerRefText } from '@/lib/domain/trigger-ref';
import { getTranslator } from '@/lib/i18n/server';
import { listMappings, type MappingRow } from '@/lib/queries/mappings';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('mappings');
  return { title: t('title') };
}

export default async function MappingsPage(props: PlacePageProps) {
  const { place, query, mayChange } = await openPlacePage(props);
  const [list, t] = await Promise.all([listMappings(place), getTranslator('mappings')]);
  const all = list.ok ? list.data.rows : [];
  const find = query['find'] ?? '';
  const sought = find.trim().toLowerCase();
  const rows = all.filter((row) =>
    [row.uuid, row.sourceArn ?? '', row.functionName, row.state].some((words) =>
      words.toLowerCase().includes(sought),
    ),
  );
  const serviceOf = ({ sourceArn }: MappingRow) =>
    sourceArn ? serviceOfArn(sourceArn).service : t('selfManaged');
  const columns: readonly Column<MappingRow>[] = [
    {
      id: 'source',
      header: t('source'),
      cell: (row) => (
        <span className="block py-4 whitespace-normal">
          <span className="block font-medium">{serviceOf(row)}</span>
          <TextLink href={routes.mapping(place, row.uuid)}>
            <span className="wrap-anywhere" data-tooltip={row.sourceArn}>
              {row.sourceArn?.split(/[:/]/).at(-1) ?? row.uuid}
            </span>
          </TextLink>
        </span>
      ),
    },
    {
      id: 'function',
      header: t('function'),
      cell: (row) => (
        <TextLink
          href={withQuery(routes.configuration(place, row.functionName, 'triggers'), {
            qualifier: row.qualifier,
          })}
        >
          {[row.functionName, row.qualifier].filter(Boolean).join(':')}
        </TextLink>
      ),
    },
    { id: 'state', header: t('state'), cell: ({ state }) => <MappingState state={state} /> },
    {
      id: 'batchSize',
      header: t('batchSize'),
      align: 'end',
      phone: 'hidden',
      cell: ({ batchSize }) => batchSize ?? '–',
    },
    {
      id: 'lastModified',
      header: t('lastModified'),
      phone: 'hidden',
      cell: ({ lastModified }) => (lastModified ? <RelativeTime at={lastModified} /> : '–'),
    },
    {
      id: 'uuid',
      header: t('uuid'),
      hideUnder: 'wide',
      phone: 'hidden',
      cell: ({ uuid }) => <code className="text-12">{uuid}</code>,
    },
  ];
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('lambda'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.ok ? all.length : undefined}
      />
      <LookAgain isChanging={all.some(({ state }) => isMappingChanging(state))} />
      {!list.ok && (
        <div className="max-w-list p-inset">
          <Failure error={list.error} />
        </div>
      )}
      {list.ok && all.length === 0 && (
        <Empty
          title={t('emptyTitle', { region: place.region })}
          text={t('emptyText')}
          acts={<ButtonLink href={routes.functions(place)}>{t('toFunctions')}</ButtonLink>}
        />
      )}
      {all.length > 0 && (
        <div className="flex max-w-list flex-col gap-12 pt-12">
          <div className="flex flex-col gap-12 px-inset">
            <FindForm href={routes.mappings(place)} label={t('find')} text={find} act={t('search')} />
            {list.ok && list.data.isCut && <Note tone="info">{t('isCut', { count: all.length })}</Note>}
          </div>
          <ResourceTable
            caption={t('title')}
            columns={columns}
            rows={rows}
            rowId={(row) => row.uuid}
            rowActsHeader={t('actions')}
            rowActs={(row) => (
              <TriggerActs
                place={place}
                functionName={row.functionName}
                qualifier={row.qualifier}
                triggerRef={triggerRefText({ type: 'mapping', id: row.uuid })}
                name={row.sourceArn?.split(/[:/]/).at(-1) ?? row.uuid}
                service={serviceOf(row)}
                isPaused={row.state === 'Disabled' || row.state === 'Disabling'}
                canPause
                refusedReason={mayChange ? undefined : t('roleNeeded')}
              />
            )}
            empty={
              <EmptyLine>
                {t('noMatches', { text: find })}{' '}
                <TextLink href={routes.mappings(place)}>{t('clear')}</TextLink>
              </EmptyLine>
            }
          />
        </div>
      )}
    </>
  );
}
