import { expect, it } from 'vitest';
import { headerState, isInTransition } from './function-state';

const facts = (state?: string, lastUpdateStatus?: string, reservedConcurrency?: number) => ({
  state,
  lastUpdateStatus,
  reservedConcurrency,
});

it.each([
  [facts('Active', 'Successful'), 'success', 'Active'],
  [facts('Pending', 'InProgress'), 'progress', 'Pending'],
  [facts('Active', 'InProgress'), 'progress', 'updating'],
  [facts('Active', 'Failed'), 'danger', 'updateFailed'],
  [facts('Failed', 'Failed'), 'danger', 'Failed'],
  [facts('Active', 'Successful', 0), 'throttled', 'throttled'],
  [facts('Active', 'Successful', 5), 'success', 'Active'],
  [facts('Inactive'), 'paused', 'Inactive'],
  [facts('Somewhere'), 'unknown', 'Somewhere'],
  [facts('constructor'), 'unknown', 'constructor'],
  [facts(), 'unknown', '–'],
])('%j is %s, %s', (given, look, word) => {
  const shown = headerState(given);
  expect([shown.look, shown.word ?? shown.raw]).toEqual([look, word]);
});

it('looks again only while AWS is at work', () => {
  expect(isInTransition(facts('Pending'))).toBe(true);
  expect(isInTransition(facts('Active', 'InProgress'))).toBe(true);
  expect(isInTransition(facts('Active', 'Successful'))).toBe(false);
  expect(isInTransition(facts('Failed', 'Failed'))).toBe(false);
});
