import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { columnsHiddenAtFirst, functionColumns } from '@/components/functions/function-list/function-columns';
import { FunctionFilter } from '@/components/functions/function-list/function-filter';
import { RowActs, SelectionActs } from '@/components/functions/function-list/list-acts';
import { ListPreferences } from '@/components/functions/function-list/list-preferences';
import { NoFunctions, NoMatch } from '@/components/functions/function-list/no-functions';
import { RefreshList } from '@/components/functions/function-list/refresh-list';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { Pagination } from '@/components/patterns/resource-table/pagination';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { RelativeTime } from '@/components/ui/relative-time';
import { TabLinks } from '@/components/ui/tab-links';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import type { SortColumn } from '@/lib/domain/function-list';
import {
  formatListState,
  functionViews,
  parseListState,
  sortedBy,
  type FunctionListState,
} from '@/lib/domain/function-list-url';
import { getTranslator } from '@/lib/i18n/server';
import { readPreferences } from '@/lib/preferences/server';
import { listFunctions } from '@/lib/queries/functions';
import { getShell } from '@/lib/queries/shell';
import { routes, type Place } from '@/lib/routes';

interface PageProps {
  readonly params: Promise<{ connection: string; region: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('functions');
  return { title: t('title') };
}

const pageSizeDefault = 50;

export default async function FunctionsPage(props: PageProps) {
  const params = await props.params;
  const place: Place = { connectionId: decodeURIComponent(params.connection), region: params.region };
  const user = await requirePageUser('viewer', routes.functions(place));
  const preferences = await readPreferences();
  const table = preferences.tables['functions'];
  const pageSize = table?.pageSize ?? pageSizeDefault;
  const state = parseListState(await props.searchParams, pageSize);
  const [list, shell, t] = await Promise.all([
    listFunctions(place, state),
    getShell(place.connectionId),
    getTranslator('functions'),
  ]);
  const connectionName =
    shell.connections.find(({ id }) => id === place.connectionId)?.name ?? place.connectionId;
  const canChange = roleIncludes(user.role, 'developer');
  const href = (next: FunctionListState) => routes.functions(place) + formatListState(next, pageSize);
  const hasNothing = list.isComplete && list.total === 0 && !list.error;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.createFunction(place)}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={canChange ? undefined : t('needsDeveloper')}
    >
      {t('create')}
    </ButtonLink>
  );
  const columns = functionColumns(
    place,
    {
      header: (id) => t(`columns.${id}` as 'columns.name'),
      state: (word) =>
        t.has(`states.${word}` as 'states.Active') ? t(`states.${word}` as 'states.Active') : word,
      unknownState: t('states.unknown'),
      image: t('image'),
      zip: t('zip'),
      deprecated: t('support.deprecated'),
      ending: t('support.ending'),
      blocked: t('support.blocked'),
      dates: (dates) => t('support.dates', dates),
    },
    new Date(),
  );
  const hiddenColumns = table?.hiddenColumns ?? columnsHiddenAtFirst;
  const isChanging = list.rows.some((row) => row.state === 'Pending' || row.state === 'Deleting');
  const fetchedAt = () => <RelativeTime key="at" at={list.fetchedAt ?? ''} />;
  const acts = { place, connectionName, canChange };

  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('lambda'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.total}
        meta={list.fetchedAt && t.rich('fetched', { at: fetchedAt })}
        acts={
          <>
            <RefreshList
              place={place}
              isComplete={list.isComplete || Boolean(list.error)}
              isChanging={isChanging}
            />
            {!hasNothing && create}
          </>
        }
        tabs={
          hasNothing ? undefined : (
            <TabLinks
              label={t('views.label')}
              current={state.view}
              tabs={functionViews.map((view) => ({
                id: view,
                label: t(`views.${view}`),
                href: href({ ...state, view, page: 1 }),
                count: list.counts[view],
                ...(view !== 'all' && list.counts[view] > 0 ? { countTone: 'warning' as const } : {}),
              }))}
            />
          )
        }
      />
      {list.error && (
        <div className="flex max-w-list flex-col gap-12 px-inset pt-16">
          <Failure error={list.error} />
          {list.fetchedAt && list.total > 0 && (
            <Note tone="warning">{t.rich('savedRows', { at: fetchedAt })}</Note>
          )}
        </div>
      )}
      {hasNothing ? (
        <NoFunctions
          title={t('empty.title')}
          text={t('empty.text', { region: place.region, connection: connectionName })}
          hint={t('empty.otherRegion')}
          act={create}
        />
      ) : (
        (!list.error || list.total > 0) && (
          <div className="flex max-w-list flex-1 flex-col">
            <div className="flex flex-wrap items-center gap-12 px-inset py-12">
              <FunctionFilter
                state={state}
                facets={list.facets}
                pageSizeDefault={pageSize}
                basePath={routes.functions(place)}
              />
              <div className="ml-auto flex items-center gap-12">
                <Pagination {...list} hrefFor={(page) => href({ ...state, page })} />
                <ListPreferences
                  columns={columns.map(({ id, header }) => ({ id, label: header, locked: id === 'name' }))}
                  value={{ density: preferences.density, pageSize: pageSizeOf(state), hiddenColumns }}
                  defaults={{
                    density: 'comfortable',
                    pageSize: pageSizeDefault,
                    hiddenColumns: columnsHiddenAtFirst,
                  }}
                  href={routes.functions(place)}
                />
              </div>
            </div>
            {!list.isComplete && (
              <p className="px-inset pb-8 text-12 text-muted" role="status">
                {t('loadingMore', { count: list.total })}
              </p>
            )}
            <ResourceTable
              caption={t('title')}
              columns={columns}
              rows={list.rows}
              rowId={(row) => row.name}
              sort={state.sort}
              sortHref={(column) => href(sortedBy(state, column as SortColumn))}
              hiddenColumns={hiddenColumns}
              selectionActs={<SelectionActs {...acts} />}
              rowActs={(row) => <RowActs {...acts} name={row.name} />}
              rowActsHeader={t('actions')}
              isBusy={!list.isComplete}
              empty={
                list.isComplete && (
                  <NoMatch
                    title={t('noMatch.title')}
                    text={
                      state.filter.tokens.length === 0
                        ? t('noMatch.view')
                        : t('noMatch.text', { count: list.counts[state.view] })
                    }
                    clearHref={
                      state.filter.tokens.length > 0
                        ? href({ ...state, filter: { tokens: [], join: 'and' }, page: 1 })
                        : undefined
                    }
                    clear={t('noMatch.clear')}
                  />
                )
              }
            />
          </div>
        )
      )}
    </>
  );
}

function pageSizeOf(state: FunctionListState): 20 | 50 | 100 {
  return state.pageSize === 20 || state.pageSize === 100 ? state.pageSize : 50;
}
