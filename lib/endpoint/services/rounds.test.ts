import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startRounds } from './rounds.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('rounds come one after the other, go on after a failure, and end when they are stopped', async () => {
  const failures: unknown[] = [];
  const rounds: { signal: AbortSignal; end: (error?: Error) => void }[] = [];
  const stop = startRounds({
    everyMs: 1000,
    run: (signal) =>
      new Promise((resolve, reject) =>
        rounds.push({ signal, end: (error) => (error ? reject(error) : resolve()) }),
      ),
    onFailure: (error) => failures.push(error),
  });
  await vi.advanceTimersByTimeAsync(3000);
  // The first still runs.
  expect(rounds).toHaveLength(1);
  const full = new Error('the disk is full');
  rounds[0]?.end(full);
  await vi.advanceTimersByTimeAsync(1000);
  expect(failures).toEqual([full]);
  expect(rounds).toHaveLength(2);

  let hasStopped = false;
  const stopping = stop().then(() => (hasStopped = true));
  await vi.advanceTimersByTimeAsync(2000);
  expect(rounds[1]?.signal.aborted).toBe(true);
  expect(hasStopped).toBe(false);
  rounds[1]?.end();
  await stopping;
  await vi.advanceTimersByTimeAsync(5000);
  expect(rounds).toHaveLength(2);
});
