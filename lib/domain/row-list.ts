import { pageOf, pageSizes, type Page } from './function-list.ts';
import { valuesPass, type FilterOperator } from './row-filter.ts';

/** What a list of rows can be sorted and filtered by; the list's address is read against it. */
export interface ListShape<Row> {
  /** Value of each sortable column; rows without one come last. */
  readonly columns: Readonly<Record<string, (row: Row) => string | number | undefined>>;
  readonly sortDefault: string;
  /** Values of each property that a filter can name. */
  readonly properties: Readonly<Record<string, (row: Row) => readonly string[]>>;
  /** Views as tabs; the first one is the default. */
  readonly views: Readonly<Record<string, (row: Row) => boolean>>;
  /** Settles the order of equal rows. */
  readonly nameOf: (row: Row) => string;
  readonly freeTextOf: (row: Row) => readonly string[];
}

export interface ListToken {
  /** Absent for free text. */
  readonly property?: string;
  readonly operator: FilterOperator;
  readonly value: string;
}
export interface ListFilter {
  readonly tokens: readonly ListToken[];
  readonly join: 'and' | 'or';
}

/** What a list keeps in its address. */
export interface RowListState {
  readonly view: string;
  readonly filter: ListFilter;
  readonly sort: { readonly column: string; readonly direction: 'asc' | 'desc' };
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const tokensMax = 20;
const tokenLengthMax = 256;
const facetValuesMax = 50;

const first = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' || value === undefined ? value : value[0];
const firstKey = (record: Readonly<Record<string, unknown>>) => Object.keys(record)[0] ?? '';

function parseToken(text: string, properties: Readonly<Record<string, unknown>>): ListToken {
  const clipped = text.slice(0, tokenLengthMax);
  if (clipped.startsWith('~')) return { operator: ':', value: clipped.slice(1) };
  const [, property = '', operator = ':', value = ''] = /^(\w+)(!=|!:|=|:|<|>)(.*)$/s.exec(clipped) ?? [];
  if (!Object.hasOwn(properties, property)) return { operator: ':', value: clipped };
  return { property, operator: operator as FilterOperator, value };
}

/** Reads the address; what is missing or unreadable becomes the default. */
export function parseRowListState<Row>(
  query: Query,
  shape: ListShape<Row>,
  pageSizeDefault: number,
): RowListState {
  const given = query['f'] ?? [];
  const view = first(query['view']) ?? '';
  const column = first(query['sort']) ?? '';
  const size = pageSizes.find((number) => String(number) === first(query['size']));
  return {
    view: Object.hasOwn(shape.views, view) ? view : firstKey(shape.views),
    filter: {
      tokens: (typeof given === 'string' ? [given] : given)
        .slice(0, tokensMax)
        .map((text) => parseToken(text, shape.properties)),
      join: first(query['join']) === 'or' ? 'or' : 'and',
    },
    sort: {
      column: Object.hasOwn(shape.columns, column) ? column : shape.sortDefault,
      direction: first(query['dir']) === 'desc' ? 'desc' : 'asc',
    },
    page: Math.max(1, Math.trunc(Number(first(query['page']))) || 1),
    pageSize: size ?? pageSizeDefault,
  };
}

/** The query of a list's state, defaults left out; with a leading `?` unless it is empty. */
export function formatRowListState<Row>(
  state: RowListState,
  shape: Pick<ListShape<Row>, 'sortDefault'> & { readonly views: Readonly<Record<string, unknown>> },
  pageSizeDefault: number,
): string {
  const query = new URLSearchParams();
  if (state.view !== firstKey(shape.views)) query.set('view', state.view);
  for (const { property, operator, value } of state.filter.tokens)
    query.append('f', property === undefined ? `~${value}` : `${property}${operator}${value}`);
  if (state.filter.join === 'or' && state.filter.tokens.length > 1) query.set('join', 'or');
  if (state.sort.column !== shape.sortDefault) query.set('sort', state.sort.column);
  if (state.sort.direction === 'desc') query.set('dir', 'desc');
  if (state.page > 1) query.set('page', String(state.page));
  if (state.pageSize !== pageSizeDefault) query.set('size', String(state.pageSize));
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** Sorting by the same column again turns the direction; another column starts ascending. Back to page 1. */
export function resortRows(state: RowListState, column: string): RowListState {
  const isTurned = state.sort.column === column && state.sort.direction === 'asc';
  return { ...state, sort: { column, direction: isTurned ? 'desc' : 'asc' }, page: 1 };
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareValues(left: string | number, right: string | number): number {
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : collator.compare(String(left), String(right));
}

/** One page of the rows that the state asks for. */
export function selectRows<Row>(rows: readonly Row[], state: RowListState, shape: ListShape<Row>): Page<Row> {
  const { tokens, join } = state.filter;
  const passes = (row: Row) => (token: ListToken) =>
    valuesPass(
      token.property === undefined ? shape.freeTextOf(row) : (shape.properties[token.property]?.(row) ?? []),
      token,
    );
  const found = rows.filter(
    (row) =>
      (shape.views[state.view]?.(row) ?? true) &&
      (tokens.length === 0 || (join === 'and' ? tokens.every(passes(row)) : tokens.some(passes(row)))),
  );
  const valueOf = shape.columns[state.sort.column];
  const sign = state.sort.direction === 'asc' ? 1 : -1;
  const sorted = [...found].sort((a, b) => {
    const left = valueOf?.(a) ?? '';
    const right = valueOf?.(b) ?? '';
    if (left !== right && left === '') return 1;
    if (left !== right && right === '') return -1;
    return compareValues(left, right) * sign || collator.compare(shape.nameOf(a), shape.nameOf(b));
  });
  return pageOf(sorted, state.page, state.pageSize);
}

/** Values that a filter can offer for one property, the most frequent first. */
export function countValues<Row>(
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly string[],
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const value of rows.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .slice(0, facetValuesMax);
}
