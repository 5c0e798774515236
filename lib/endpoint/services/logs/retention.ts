import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogsRepository } from './repository.ts';

const dayMs = 86_400_000;
const stepCount = 1000;
const intervalMs = 60_000;

/**
 * One round of removing what retention and deletions left behind, in transactions of at most 1,000 events with a turn
 * of the event loop between them, so that no caller waits for a large clean-up.
 */
export async function removeExpiredEvents(
  repository: LogsRepository,
  nowMs: number,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const streamId = repository.nextRemovedStream();
    if (streamId === undefined || signal.aborted) break;
    repository.transaction(() => {
      const removed = repository.deleteEventsOfStream(streamId, stepCount);
      if (removed < stepCount) repository.forgetRemovedStream(streamId);
    });
    await nextTurn();
  }
  for (const group of repository.listGroupsWithRetention()) {
    const beforeMs = nowMs - (group.retentionDays ?? 0) * dayMs;
    for (let isMore = true; isMore && !signal.aborted; await nextTurn()) {
      isMore = repository.transaction(() => {
        const { count, byteCount } = repository.deleteEventsBefore(group.id, beforeMs, stepCount);
        if (count > 0) repository.addStoredBytes(group.id, -byteCount);
        return count === stepCount;
      });
    }
  }
}

/** Runs a round every minute, never two at once. The returned function stops it and waits for the current step. */
export function startRetention(
  repository: LogsRepository,
  now: () => number,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const abort = new AbortController();
  let current: Promise<void> = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    current = removeExpiredEvents(repository, now(), abort.signal)
      .catch(onFailure)
      .finally(() => (isRunning = false));
  }, intervalMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    abort.abort();
    await current;
  };
}
