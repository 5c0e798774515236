import { expect, it } from 'vitest';
import { takeTurns } from './turns.ts';

it('runs at most so many at a time, in order, and goes on after a failure', async () => {
  const turn = takeTurns(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) =>
    turn(async () => {
      started.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (n === 0) throw new Error('zero');
      return n;
    });
  const all = Promise.allSettled([0, 1, 2, 3].map(work));
  expect(started).toEqual([0, 1]);
  for (const count of [3, 4]) {
    ends.shift()?.();
    await expect.poll(() => started.length).toBe(count);
  }
  expect(started).toEqual([0, 1, 2, 3]);
  for (const end of ends) end();
  expect((await all).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});
