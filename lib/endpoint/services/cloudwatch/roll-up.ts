import { setImmediate as nextTurn } from 'node:timers/promises';
import { startRounds } from '../rounds.ts';
import type { BucketPeriod } from './records.ts';
import type { MetricsRepository } from './repository.ts';

const daySeconds = 86_400;
const steps: readonly { readonly from: BucketPeriod; readonly to: BucketPeriod; readonly days: number }[] = [
  { from: 60, to: 300, days: 15 },
  { from: 300, to: 3600, days: 63 },
];
const hourlyDays = 455;
/** With more minutes than this on disk, those older than three days are rolled up too. */
export const minuteBucketsMax = 2_000_000;
const crowdedDays = 3;
const stepCount = 500;
const intervalMs = 10 * 60_000;

/** One round of making old buckets coarser and dropping the oldest, in short transactions with pauses between. */
export async function rollUp(
  repository: MetricsRepository,
  nowMs: number,
  signal: AbortSignal,
): Promise<void> {
  const now = Math.floor(nowMs / 1000);
  for (const { from, to, days } of steps) {
    const isCrowded = from === 60 && repository.countBuckets(60) > minuteBucketsMax;
    const limit = now - (isCrowded ? crowdedDays : days) * daySeconds;
    const before = limit - (limit % to);
    for (let isMore = true; isMore && !signal.aborted; await nextTurn()) {
      isMore = repository.transaction(() => {
        const buckets = repository.oldestBuckets(from, before, stepCount);
        for (const bucket of buckets) {
          repository.addToBucket({ ...bucket, period: to, start: bucket.start - (bucket.start % to) });
          repository.deleteBucket(bucket);
        }
        return buckets.length === stepCount;
      });
    }
  }
  const oldest = now - hourlyDays * daySeconds;
  for (let isMore = true; isMore && !signal.aborted; await nextTurn()) {
    isMore = repository.transaction(() => {
      const buckets = repository.oldestBuckets(3600, oldest, stepCount);
      for (const bucket of buckets) repository.deleteBucket(bucket);
      return buckets.length === stepCount;
    });
  }
  if (!signal.aborted && repository.deleteMetricsBefore(oldest * 1000) > 0) repository.forgetIds();
}

/** Rolls up every ten minutes. The returned function stops it and waits for the current step. */
export function startRollUp(
  repository: MetricsRepository,
  now: () => number,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  return startRounds({
    everyMs: intervalMs,
    run: (signal) => rollUp(repository, now(), signal),
    onFailure,
  });
}
