import { expect, it } from 'vitest';
import { boundRuns, parseRuns, type Run } from './runs';

const run = (id: string, event = '{}'): Run => ({
  id,
  at: '2026-11-22T11:24:07.000Z',
  eventName: undefined,
  event,
  outcome: { kind: 'cancelled' },
});

it('keeps the twenty newest runs', () => {
  const runs = Array.from({ length: 30 }, (_, index) => run(String(index)));
  expect(boundRuns(runs).map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, index) => String(index)),
  );
});

it('drops old runs that no longer fit, never the last one', () => {
  const large = 'x'.repeat(1_500_000);
  expect(boundRuns([run('a', large), run('b', large), run('c')]).map(({ id }) => id)).toEqual(['a']);
  expect(boundRuns([run('a', large + large)])).toHaveLength(1);
});

it('reads back what was kept, and nothing else', () => {
  const runs = [run('a'), run('b')];
  expect(parseRuns(JSON.stringify(runs))).toEqual(runs);
  expect(parseRuns(JSON.stringify([{ id: 1 }, null, run('c')])).map(({ id }) => id)).toEqual(['c']);
  expect([parseRuns(null), parseRuns('{'), parseRuns('{}')]).toEqual([[], [], []]);
});
