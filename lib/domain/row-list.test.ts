import { describe, expect, it } from 'vitest';
import { apiListShape } from './api-list.ts';
import type { ApiFacts } from './api.ts';
import { countValues, formatRowListState, parseRowListState, resortRows, selectRows } from './row-list.ts';

const api = (name: string, more: Partial<ApiFacts> = {}): ApiFacts => ({
  id: `id-${name}`,
  protocol: 'HTTP',
  name,
  description: '',
  endpointType: 'REGIONAL',
  ipAddressType: undefined,
  version: undefined,
  createdAt: undefined,
  tags: {},
  address: undefined,
  isAddressOff: false,
  warnings: [],
  ...more,
});
const rows = [
  api('orders-10', { description: 'new', tags: { env: 'prod' } }),
  api('orders-9', { protocol: 'REST', endpointType: 'EDGE', createdAt: '2026-01-02T00:00:00Z' }),
  api('chat', { protocol: 'WEBSOCKET', createdAt: '2026-01-01T00:00:00Z' }),
];
const state = (query: Record<string, string | string[]>) => parseRowListState(query, apiListShape, 50);
const names = (query: Record<string, string | string[]>) =>
  selectRows(rows, state(query), apiListShape).rows.map(({ name }) => name);

describe('a list whose state is its address', () => {
  it.each([
    ['{}', {}, ['chat', 'orders-9', 'orders-10']],
    ['a view', { view: 'REST' }, ['orders-9']],
    ['free text in tags', { f: '~env=PROD' }, ['orders-10']],
    ['a property', { f: 'protocol!=HTTP' }, ['chat', 'orders-9']],
    ['tokens joined with and', { f: ['name:orders', 'endpointType=edge'] }, ['orders-9']],
    ['tokens joined with or', { f: ['name=chat', 'endpointType=edge'], join: 'or' }, ['chat', 'orders-9']],
    [
      'a date downwards, rows without one last',
      { sort: 'createdAt', dir: 'desc' },
      ['orders-9', 'chat', 'orders-10'],
    ],
    ['what is no property as free text', { f: 'constructor=x' }, []],
    ['what is no column as the default', { sort: 'toString' }, ['chat', 'orders-9', 'orders-10']],
  ] as const)('reads %s', (_, query, expected) => {
    expect(names(query as unknown as Record<string, string | string[]>)).toEqual(expected);
  });

  it('writes what it reads, without defaults', () => {
    const query = '?view=HTTP&f=name%3Aorders&f=%7Eenv&join=or&sort=id&dir=desc&page=2&size=20';
    const parsed = new URLSearchParams(query);
    const again = state({
      ...Object.fromEntries(parsed),
      f: parsed.getAll('f'),
    });
    expect(formatRowListState(again, apiListShape, 50)).toBe(query);
    expect(formatRowListState(state({}), apiListShape, 50)).toBe('');
  });

  it('turns the direction of the sorted column and begins at the first page', () => {
    const turned = resortRows({ ...state({}), page: 3 }, 'name');
    expect([turned.sort.direction, turned.page]).toEqual(['desc', 1]);
    expect(resortRows(turned, 'id').sort).toEqual({ column: 'id', direction: 'asc' });
  });

  it('counts values, the most frequent first', () => {
    expect(countValues(rows, (row) => [row.endpointType])).toEqual([
      { value: 'REGIONAL', count: 2 },
      { value: 'EDGE', count: 1 },
    ]);
  });
});
