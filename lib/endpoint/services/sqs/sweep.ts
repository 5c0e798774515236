import type { SqsParts } from './parts.ts';
import { oldestMs } from './rules/queue-attributes.ts';
import { forgetDuplicates } from './sending.ts';

const everyMs = 60_000;

/** Removes what retention has ended and what deduplication no longer needs, a little each minute. */
export function startSweep(parts: SqsParts, onFailure: (error: unknown) => void): () => void {
  let callOff = parts.clock.after(everyMs, run);
  let isStopped = false;

  function run(): void {
    void parts.commits
      .run(() => {
        forgetDuplicates(parts);
        for (const queue of parts.repository.allQueues())
          parts.repository.deleteExpired(queue.id, oldestMs(queue, parts.clock.now()));
      })
      .catch(onFailure)
      .then(() => {
        if (!isStopped) callOff = parts.clock.after(everyMs, run);
      });
  }

  return () => {
    isStopped = true;
    callOff();
  };
}
