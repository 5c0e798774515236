import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { ApiTable, apiPageSizeDefault } from '@/components/apis/list/api-table';
import { RefreshApis } from '@/components/apis/list/api-list-acts';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { RelativeTime } from '@/components/ui/relative-time';
import { TabLinks } from '@/components/ui/tab-links';
import { apiListShape, apiViews } from '@/lib/domain/api-list';
import { formatRowListState, parseRowListState } from '@/lib/domain/row-list';
import { getTranslator } from '@/lib/i18n/server';
import { readPreferences } from '@/lib/preferences/server';
import { listApis } from '@/lib/queries/apis';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { getShell } from '@/lib/queries/shell';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('apis');
  return { title: t('title') };
}

export default async function ApisPage(props: GatewayPageProps) {
  const { place, refusedReason } = await openGatewayPage(props);
  const preferences = await readPreferences();
  const table = preferences.tables['apis'];
  const pageSize = table?.pageSize ?? apiPageSizeDefault;
  const state = parseRowListState(await props.searchParams, apiListShape, pageSize);
  const [list, shell, t] = await Promise.all([
    listApis(place, state),
    getShell(place.connectionId),
    getTranslator('apis'),
  ]);
  const connectionName =
    shell.connections.find(({ id }) => id === place.connectionId)?.name ?? place.connectionId;
  const hasNothing = list.total === 0;
  const isRefused = hasNothing && list.errors.length > 0;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.createApi(place)}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={refusedReason}
      shortcut="create"
    >
      {t('create')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('apiGateway'), href: routes.apis(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.total}
        meta={t.rich('list.fetched', { at: () => <RelativeTime key="at" at={list.fetchedAt} /> })}
        acts={
          <>
            <RefreshApis />
            {(!hasNothing || isRefused) && create}
          </>
        }
        tabs={
          hasNothing ? undefined : (
            <TabLinks
              label={t('list.views')}
              current={state.view}
              tabs={apiViews.map((view) => ({
                id: view,
                label: view === 'all' ? t('list.all') : t(`protocol.${view}`),
                href:
                  routes.apis(place) +
                  formatRowListState({ ...state, view, page: 1 }, apiListShape, pageSize),
                count: list.counts[view],
              }))}
            />
          )
        }
      />
      {(list.errors.length > 0 || list.isCut) && (
        <div className="flex max-w-list flex-col gap-12 px-inset pt-16">
          {list.errors.map((error) => (
            <Failure
              key={error.operation}
              error={error}
              {...(hasNothing ? {} : { title: t('list.partMissing'), compact: true })}
            />
          ))}
          {list.isCut && <Note tone="info">{t('list.cut')}</Note>}
        </div>
      )}
      {hasNothing ? (
        !isRefused && (
          <Empty
            title={t('list.emptyTitle')}
            text={t('list.emptyText', { region: place.region, connection: connectionName })}
            acts={create}
          />
        )
      ) : (
        <ApiTable
          list={list}
          state={state}
          place={place}
          connectionName={connectionName}
          refusedReason={refusedReason}
          pageSize={pageSize}
          density={preferences.density}
          hiddenColumns={table?.hiddenColumns}
        />
      )}
    </>
  );
}
