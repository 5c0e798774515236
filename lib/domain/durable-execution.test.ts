import { expect, it } from 'vitest';
import { durationWords, isFiltered, readExecutionFilter } from './durable-execution';

it('reads a filter from an address, and nothing that is none', () => {
  const filter = readExecutionFilter({
    name: ' order ',
    status: ['RUNNING', 'NO_SUCH', 'FAILED'],
    after: '2026-11-28T09:00',
    before: 'yesterday',
  });
  expect(filter).toEqual({
    name: 'order',
    statuses: ['RUNNING', 'FAILED'],
    after: '2026-11-28T09:00',
    before: '',
  });
  expect(isFiltered(filter)).toBe(true);
  expect(readExecutionFilter({ status: 'STOPPED', after: '2026-99-99T09:00' })).toMatchObject({
    statuses: ['STOPPED'],
    after: '',
  });
  expect(isFiltered(readExecutionFilter({}))).toBe(false);
});

it.each([
  [0, '0 ms'],
  [850, '850 ms'],
  [12_340, '12.3 s'],
  [60_000, '1 min'],
  [245_000, '4 min 5 s'],
  [12_000_000, '3 h 20 min'],
  [187_200_000, '2 d 4 h'],
])('%d ms is %s', (ms, words) => expect(durationWords(ms)).toBe(words));
