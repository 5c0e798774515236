import {
  emptyFilter,
  formatToken,
  pageSizes,
  parseFilter,
  sortableColumns,
  type Filter,
  type Sort,
  type SortColumn,
} from './function-list.ts';

/** Saved views that the list offers as tabs. */
export const functionViews = ['all', 'deprecated', 'failed'] as const;
export type FunctionView = (typeof functionViews)[number];

/** Everything the functions list keeps in its address, so that a link shows the same rows. */
export interface FunctionListState {
  readonly view: FunctionView;
  readonly filter: Filter;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
const isSortColumn = (text: string | undefined): text is SortColumn =>
  (sortableColumns as readonly (string | undefined)[]).includes(text);

/** Reads the address; what is missing or unreadable becomes the default. */
export function parseListState(query: Query, pageSizeDefault: number): FunctionListState {
  const view = functionViews.find((name) => name === first(query['view'])) ?? 'all';
  const tokens = query['f'];
  const column = first(query['sort']);
  const size = pageSizes.find((number) => String(number) === first(query['size']));
  return {
    view,
    filter:
      tokens === undefined
        ? emptyFilter
        : parseFilter(Array.isArray(tokens) ? tokens : [tokens], first(query['join'])),
    sort: {
      column: isSortColumn(column) ? column : 'name',
      direction: first(query['dir']) === 'desc' ? 'desc' : 'asc',
    },
    page: Math.max(1, Math.trunc(Number(first(query['page']))) || 1),
    pageSize: size ?? pageSizeDefault,
  };
}

/** The query of a list state, defaults left out; with a leading `?` unless it is empty. */
export function formatListState(state: FunctionListState, pageSizeDefault: number): string {
  const query = new URLSearchParams();
  if (state.view !== 'all') query.set('view', state.view);
  for (const token of state.filter.tokens) query.append('f', formatToken(token));
  if (state.filter.join === 'or' && state.filter.tokens.length > 1) query.set('join', 'or');
  if (state.sort.column !== 'name') query.set('sort', state.sort.column);
  if (state.sort.direction === 'desc') query.set('dir', 'desc');
  if (state.page > 1) query.set('page', String(state.page));
  if (state.pageSize !== pageSizeDefault) query.set('size', String(state.pageSize));
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** Sorting by the same column again turns the direction; another column starts ascending. Back to page 1. */
export function sortedBy(state: FunctionListState, column: SortColumn): FunctionListState {
  const isSame = state.sort.column === column;
  const direction = isSame && state.sort.direction === 'asc' ? 'desc' : 'asc';
  return { ...state, sort: { column, direction }, page: 1 };
}
