import { Pagination } from '@/components/patterns/resource-table/pagination';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { ButtonLink } from '@/components/ui/button-link';
import { apiListShape } from '@/lib/domain/api-list';
import { formatRowListState, resortRows, type RowListState } from '@/lib/domain/row-list';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiList } from '@/lib/queries/apis';
import { routes, type Place } from '@/lib/routes';
import { columnsOfApis } from './api-columns';
import { ApiFilter } from './api-filter';
import { apiRowId } from './api-row-id';
import { RowActs, SelectionActs } from './api-list-acts';
import { ApiListPreferences } from './api-list-preferences';

export const apiPageSizeDefault = 50;
const noColumns: readonly string[] = [];

/** Filter, pages, preferences and the table of one view of the APIs list. */
export async function ApiTable(props: {
  list: ApiList;
  state: RowListState;
  place: Place;
  connectionName: string;
  refusedReason: string | undefined;
  /** What the preferences say; the address may say another one. */
  pageSize: 20 | 50 | 100;
  density: 'comfortable' | 'compact';
  hiddenColumns: readonly string[] | undefined;
}) {
  const { list, state, place, pageSize } = props;
  const t = await getTranslator('apis');
  const base = routes.apis(place);
  const href = (next: RowListState) => base + formatRowListState(next, apiListShape, pageSize);
  const columns = columnsOfApis(place, {
    header: (id) => t(`columns.${id}`),
    protocol: (row) => t(`protocol.${row.protocol}`),
    endpointType: (row) => {
      const key = `endpointType.${row.endpointType}` as 'endpointType.REGIONAL';
      return t.has(key) ? t(key) : row.endpointType;
    },
  });
  const hiddenColumns = props.hiddenColumns ?? noColumns;
  const acts = { place, connectionName: props.connectionName, refusedReason: props.refusedReason };
  const named = list.rows.map(({ id, protocol, name }) => ({ id, protocol, name }));
  const views = Object.fromEntries(Object.keys(apiListShape.views).map((view) => [view, true] as const));
  return (
    <div className="flex max-w-list flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-12 px-inset py-12">
        <ApiFilter
          state={state}
          facets={list.facets}
          defaults={{ sortDefault: apiListShape.sortDefault, views }}
          pageSizeDefault={pageSize}
          basePath={base}
        />
        <div className="ml-auto flex items-center gap-12">
          <Pagination {...list} hrefFor={(page) => href({ ...state, page })} />
          <ApiListPreferences
            columns={columns.map(({ id, header }) => ({ id, label: header, locked: id === 'name' }))}
            value={{
              density: props.density,
              pageSize: state.pageSize === 20 || state.pageSize === 100 ? state.pageSize : 50,
              hiddenColumns,
            }}
            defaults={{ density: 'comfortable', pageSize: apiPageSizeDefault, hiddenColumns: noColumns }}
            href={base}
          />
        </div>
      </div>
      <ResourceTable
        caption={t('title')}
        columns={columns}
        rows={list.rows}
        rowId={apiRowId}
        rowLabel={(row) => row.name}
        sort={state.sort}
        sortHref={(column) => href(resortRows(state, column))}
        hiddenColumns={hiddenColumns}
        selectionActs={<SelectionActs {...acts} apis={named} />}
        rowActs={({ id, protocol, name }) => <RowActs {...acts} api={{ id, protocol, name }} />}
        rowActsHeader={t('actions')}
        empty={
          <div className="flex flex-col items-center gap-8 py-40 text-center">
            <p className="font-semibold">{t('list.noMatch')}</p>
            <p className="text-muted">
              {state.filter.tokens.length === 0
                ? t('list.noneInView')
                : t('list.noneOf', { count: list.counts[state.view as 'all'] })}
            </p>
            {state.filter.tokens.length > 0 && (
              <ButtonLink href={href({ ...state, filter: { tokens: [], join: 'and' }, page: 1 })}>
                {t('list.clearFilters')}
              </ButtonLink>
            )}
          </div>
        }
      />
    </div>
  );
}
