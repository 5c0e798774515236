/**
 * The functions list: rows, the filter language, sorting and paging. Pure, so that 10,000 rows can be
 * filtered on the server and every rule tested without one.
 */

import { valuesPass, type FilterOperator } from './row-filter.ts';

export type { FilterOperator } from './row-filter.ts';

export interface FunctionRow {
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  readonly packageType: 'Zip' | 'Image';
  /** AWS identifier; empty for container images. */
  readonly runtime: string;
  readonly architecture: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly codeSizeBytes: number;
  readonly role: string;
  readonly layers: readonly string[];
  /** Names only: values never enter the index. */
  readonly variableKeys: readonly string[];
  readonly logGroup?: string;
  /** Where events go that asynchronous invocations gave up. */
  readonly deadLetterArn?: string | undefined;
  /** ISO time. */
  readonly lastModified: string;
  /** Undefined until the background fill has asked; then AWS's word. */
  readonly state?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export const sortableColumns = [
  'name',
  'state',
  'description',
  'packageType',
  'runtime',
  'memoryMb',
  'timeoutSeconds',
  'codeSizeBytes',
  'lastModified',
] as const;
export type SortColumn = (typeof sortableColumns)[number];
export interface Sort {
  readonly column: SortColumn;
  readonly direction: 'asc' | 'desc';
}

export const filterProperties = [
  'name',
  'description',
  'runtime',
  'state',
  'packageType',
  'architecture',
  'memoryMb',
  'timeoutSeconds',
  'codeSizeBytes',
  'role',
  'layer',
  'variable',
] as const;
export type FilterProperty = (typeof filterProperties)[number] | `tag.${string}`;

export interface FilterToken {
  /** Absent for free text. */
  readonly property?: FilterProperty;
  readonly operator: FilterOperator;
  readonly value: string;
}

export interface Filter {
  readonly tokens: readonly FilterToken[];
  readonly join: 'and' | 'or';
}

export const emptyFilter: Filter = { tokens: [], join: 'and' };

/** At most this many tokens and characters are read from a URL. */
const tokensMax = 20;
const tokenLengthMax = 256;

function isProperty(text: string): text is FilterProperty {
  return (filterProperties as readonly string[]).includes(text) || /^tag\../.test(text);
}

/** One token as it stands in the URL: `runtime=nodejs24.x`, `tag.env!=test`, `~orders` for free text. */
export function formatToken(token: FilterToken): string {
  return token.property === undefined
    ? `~${token.value}`
    : `${token.property}${token.operator}${token.value}`;
}

/** Reads what formatToken wrote; anything that is no property and operator is free text. */
export function parseToken(text: string): FilterToken {
  const clipped = text.slice(0, tokenLengthMax);
  if (clipped.startsWith('~')) return { operator: ':', value: clipped.slice(1) };
  const match = /^(.+?)(!=|!:|=|:|<|>)(.*)$/s.exec(clipped);
  const property = match?.[1];
  const operator = match?.[2];
  if (property && operator && isProperty(property)) {
    return { property, operator: operator as FilterOperator, value: match[3] ?? '' };
  }
  return { operator: ':', value: clipped };
}

/** Builds a filter from the repeated `f` parameter and the `join` parameter of the list's URL. */
export function parseFilter(tokens: readonly string[], join: string | undefined): Filter {
  return { tokens: tokens.slice(0, tokensMax).map(parseToken), join: join === 'or' ? 'or' : 'and' };
}

function valuesOf(row: FunctionRow, property: FilterProperty): readonly string[] {
  if (property.startsWith('tag.')) {
    const value = row.tags?.[property.slice('tag.'.length)];
    return value === undefined ? [] : [value];
  }
  switch (property) {
    case 'layer':
      return row.layers;
    case 'variable':
      return row.variableKeys;
    default: {
      const value = row[property as keyof FunctionRow];
      return value === undefined ? [] : [String(value)];
    }
  }
}

function freeTextOf(row: FunctionRow): readonly string[] {
  const tags = Object.entries(row.tags ?? {}).map(([key, value]) => `${key}=${value}`);
  return [row.name, row.description, row.role, ...row.layers, ...row.variableKeys, ...tags];
}

const tokenMatches = (row: FunctionRow, token: FilterToken) =>
  valuesPass(token.property === undefined ? freeTextOf(row) : valuesOf(row, token.property), token);

/** Rows that pass; a filter without tokens passes all. */
export function filterRows(rows: readonly FunctionRow[], filter: Filter): readonly FunctionRow[] {
  if (filter.tokens.length === 0) return rows;
  return rows.filter((row) =>
    filter.join === 'and'
      ? filter.tokens.every((token) => tokenMatches(row, token))
      : filter.tokens.some((token) => tokenMatches(row, token)),
  );
}

// One collator for all comparisons: making one per call costs 40 times as much at 10,000 rows.
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A sorted copy; equal rows stay in name order, rows without a value come last in both directions. */
export function sortRows(rows: readonly FunctionRow[], sort: Sort): FunctionRow[] {
  const sign = sort.direction === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const left = a[sort.column];
    const right = b[sort.column];
    if (left !== right) {
      if (left === undefined || left === '') return 1;
      if (right === undefined || right === '') return -1;
      const order =
        typeof left === 'number' && typeof right === 'number'
          ? left - right
          : collator.compare(String(left), String(right));
      if (order !== 0) return order * sign;
    }
    return collator.compare(a.name, b.name);
  });
}

export const pageSizes = [20, 50, 100] as const;

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  readonly matchCount: number;
  /** Positions of the first and last row shown, from 1; 0 when there are none. */
  readonly first: number;
  readonly last: number;
}

/** One page of rows; a page past the end becomes the last one. */
export function pageOf<Row>(rows: readonly Row[], page: number, size: number): Page<Row> {
  const pageCount = Math.max(1, Math.ceil(rows.length / size));
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
  const start = (current - 1) * size;
  const shown = rows.slice(start, start + size);
  return {
    rows: shown,
    page: current,
    pageCount,
    matchCount: rows.length,
    first: shown.length === 0 ? 0 : start + 1,
    last: start + shown.length,
  };
}
