import { setImmediate as nextTurn } from 'node:timers/promises';
import { startRounds } from '../rounds.ts';
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

/** A round every minute. The returned function stops them and waits for the current step. */
export function startRetention(
  repository: LogsRepository,
  now: () => number,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  return startRounds({
    everyMs: intervalMs,
    run: (signal) => removeExpiredEvents(repository, now(), signal),
    onFailure,
  });
}
