import { expect, test } from 'vitest';
import { openTemporaryStore } from '../../store/temporary-store.ts';
import { createManualClock } from '../manual-clock.ts';
import { createDeliveryQueue, type DeliveryVerdict } from './delivery-queue.ts';
import { createDeliveriesRepository } from './repository.ts';

async function openQueue() {
  const clock = createManualClock();
  const store = await openTemporaryStore({ now: clock.now });
  const log = () => undefined;
  const logger = { info: log, warn: log, error: log };
  const queue = createDeliveryQueue({ database: store.database, clock, logger, channel: 'sns' });
  return {
    clock,
    queue,
    repository: createDeliveriesRepository(store.database, 'sns'),
    /** How many rows a look for what is due goes through. */
    rowsDue: () =>
      store.database
        .statement<{ n: number }>('SELECT COUNT(*) AS n FROM deliveries_delivery WHERE due_ms <= :nowMs')
        .get({ nowMs: clock.now() })?.n,
    add(lane: string | undefined, ...contents: string[]) {
      store.database.transaction(() => {
        for (const content of contents)
          queue.add({
            accountId: '000000000000',
            region: 'us-east-1',
            content,
            acceptedMs: clock.now(),
            dueMs: clock.now(),
            ...(lane !== undefined && { lane }),
          });
      });
      queue.pump();
    },
    async [Symbol.asyncDispose]() {
      await queue.close();
      await store[Symbol.asyncDispose]();
    },
  };
}

test('deliveries of a lane leave one after the other, and only the first is looked at', async () => {
  await using own = await openQueue();
  const { queue, clock, repository, add } = own;
  add('a', 'a1', 'a2', 'a3');
  add('b', 'b1', 'b2');
  add(undefined, 'free');
  // However many wait, a look meets the first of each lane.
  expect(own.rowsDue()).toBe(3);
  expect(repository.due(clock.now(), 100)).toEqual([1, 4, 6]);
  expect(repository.nextDueMs(clock.now())).toBeUndefined();

  const left: string[] = [];
  let failsMore = 1;
  queue.start(({ content }): Promise<DeliveryVerdict> => {
    if (content === 'a1' && failsMore-- > 0) return Promise.resolve({ againMs: clock.now() + 1000 });
    left.push(content);
    return Promise.resolve('done');
  });
  await expect.poll(() => left).toEqual(['b1', 'free', 'b2']);
  expect(repository.nextDueMs(clock.now())).toBe(clock.now() + 1000);
  clock.advance(1000);
  await expect.poll(() => left).toEqual(['b1', 'free', 'b2', 'a1', 'a2', 'a3']);
  await expect.poll(() => repository.count()).toBe(0);
  add('a', 'a4');
  await expect.poll(() => left.at(-1)).toBe('a4');
});
