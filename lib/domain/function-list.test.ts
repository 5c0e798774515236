import { describe, expect, it } from 'vitest';
import {
  emptyFilter,
  filterRows,
  formatToken,
  pageOf,
  parseFilter,
  parseToken,
  sortRows,
  type FunctionRow,
} from './function-list.ts';

const row = (name: string, more: Partial<FunctionRow> = {}): FunctionRow => ({
  name,
  arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
  description: '',
  packageType: 'Zip',
  runtime: 'nodejs24.x',
  architecture: 'x86_64',
  memoryMb: 128,
  timeoutSeconds: 3,
  codeSizeBytes: 300,
  role: 'arn:aws:iam::000000000000:role/basic',
  layers: [],
  variableKeys: [],
  lastModified: '2026-11-01T00:00:00.000Z',
  ...more,
});

describe('filter tokens', () => {
  it.each([
    'runtime=nodejs24.x',
    'tag.env!=test',
    'name:orders',
    'description!:old',
    'memoryMb>512',
    '~free a=b',
  ])('reads back %s as it was written', (text) => {
    expect(formatToken(parseToken(text))).toBe(text);
  });

  it('takes an unknown property as free text', () => {
    expect(parseToken('colour=red')).toEqual({ operator: ':', value: 'colour=red' });
  });

  it('bounds number and length', () => {
    const filter = parseFilter(
      Array.from({ length: 50 }, () => 'x'.repeat(1000)),
      undefined,
    );
    expect(filter.tokens).toHaveLength(20);
    expect(filter.tokens[0]?.value).toHaveLength(256);
  });
});

describe('filterRows', () => {
  const rows = [
    row('orders-checkout', { tags: { env: 'production' }, memoryMb: 512, variableKeys: ['STRIPE_KEY'] }),
    row('orders-refund', { tags: { env: 'test' }, state: 'Failed' }),
    row('thumbnails', { runtime: 'python3.13', memoryMb: 1024, description: 'Resizes ORDERS' }),
  ];
  const names = (tokens: string[], join?: string) =>
    filterRows(rows, parseFilter(tokens, join)).map((found) => found.name);

  it('passes all without tokens', () => {
    expect(filterRows(rows, emptyFilter)).toBe(rows);
  });
  it('joins with and by default, with or on request', () => {
    expect(names(['name:orders', 'tag.env=production'])).toEqual(['orders-checkout']);
    expect(names(['tag.env=production', 'runtime:python'], 'or')).toEqual(['orders-checkout', 'thumbnails']);
  });
  it('searches free text in names, descriptions, variable keys and tags, ignoring case', () => {
    expect(names(['~orders'])).toEqual(['orders-checkout', 'orders-refund', 'thumbnails']);
    expect(names(['~stripe'])).toEqual(['orders-checkout']);
    expect(names(['~env=test'])).toEqual(['orders-refund']);
  });
  it('compares numbers as numbers', () => {
    expect(names(['memoryMb>200'])).toEqual(['orders-checkout', 'thumbnails']);
    expect(names(['memoryMb<1024'])).toEqual(['orders-checkout', 'orders-refund']);
  });
  it('counts a missing value as different', () => {
    expect(names(['tag.env!=production'])).toEqual(['orders-refund', 'thumbnails']);
    expect(names(['state=Failed'])).toEqual(['orders-refund']);
  });
});

describe('sortRows', () => {
  it('sorts names as people count and keeps missing values last both ways', () => {
    const rows = [row('f10', { state: 'Active' }), row('f9'), row('f2', { state: 'Pending' })];
    const by = (column: 'name' | 'state', direction: 'asc' | 'desc') =>
      sortRows(rows, { column, direction }).map((found) => found.name);
    expect(by('name', 'asc')).toEqual(['f2', 'f9', 'f10']);
    expect(by('state', 'asc')).toEqual(['f10', 'f2', 'f9']);
    expect(by('state', 'desc')).toEqual(['f2', 'f10', 'f9']);
  });
});

describe('pageOf', () => {
  const rows = Array.from({ length: 45 }, (_, index) => index);
  it('cuts pages and says which rows they show', () => {
    expect(pageOf(rows, 3, 20)).toMatchObject({ page: 3, pageCount: 3, first: 41, last: 45, matchCount: 45 });
  });
  it('keeps a page that cannot be within range', () => {
    expect(pageOf(rows, 99, 20).page).toBe(3);
    expect(pageOf(rows, Number.NaN, 20).page).toBe(1);
    expect(pageOf([], 1, 20)).toMatchObject({ page: 1, pageCount: 1, first: 0, last: 0 });
  });
});
