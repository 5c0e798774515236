import { ButtonLink } from '@/components/ui/button-link';
import { Pagination } from '@/components/patterns/resource-table/pagination';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import type { SortColumn } from '@/lib/domain/function-list';
import { formatListState, sortedBy, type FunctionListState } from '@/lib/domain/function-list-url';
import { getTranslator } from '@/lib/i18n/server';
import type { FunctionList } from '@/lib/queries/functions';
import { routes, type Place } from '@/lib/routes';
import { columnsHiddenAtFirst, functionColumns } from './function-columns';
import { FunctionFilter } from './function-filter';
import { RowActs, SelectionActs } from './list-acts';
import { ListPreferences } from './list-preferences';
import { NoMatch } from './no-functions';

export const functionPageSizeDefault = 50;

/** Filter, pages, preferences and the table of one view of the functions list. */
export async function FunctionTable(props: {
  list: FunctionList;
  state: FunctionListState;
  place: Place;
  connectionName: string;
  canChange: boolean;
  /** What the preferences say; the address may say another one. */
  pageSize: 20 | 50 | 100;
  density: 'comfortable' | 'compact';
  hiddenColumns: readonly string[] | undefined;
}) {
  const { list, state, place, pageSize } = props;
  const [t, bulk] = await Promise.all([getTranslator('functions'), getTranslator('bulk')]);
  const href = (next: FunctionListState) => routes.functions(place) + formatListState(next, pageSize);
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
  const hiddenColumns = props.hiddenColumns ?? columnsHiddenAtFirst;
  const acts = { place, connectionName: props.connectionName, canChange: props.canChange };
  return (
    <div className="flex max-w-list flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-12 px-inset py-12">
        <FunctionFilter
          state={state}
          facets={list.facets}
          pageSizeDefault={pageSize}
          basePath={routes.functions(place)}
        />
        <div className="ml-auto flex flex-wrap items-center gap-12">
          {list.matchCount > 0 && (
            <ButtonLink
              size="small"
              href={routes.bulkChanges(place, formatListState({ ...state, page: 1 }, pageSize))}
              disabledReason={props.canChange ? undefined : t('needsDeveloper')}
            >
              {bulk('openAll', { count: list.matchCount })}
            </ButtonLink>
          )}
          <Pagination {...list} hrefFor={(page) => href({ ...state, page })} />
          <ListPreferences
            columns={columns.map(({ id, header }) => ({ id, label: header, locked: id === 'name' }))}
            value={{ density: props.density, pageSize: pageSizeOf(state), hiddenColumns }}
            defaults={{
              density: 'comfortable',
              pageSize: functionPageSizeDefault,
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
  );
}

function pageSizeOf(state: FunctionListState): 20 | 50 | 100 {
  return state.pageSize === 20 || state.pageSize === 100 ? state.pageSize : 50;
}
