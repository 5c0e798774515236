import type { Clock } from './clock.ts';

/** For tests: time that stands until it is moved. */
export interface ManualClock extends Clock {
  /** Moves time forward and runs, in order of time, what falls due. */
  advance(byMs: number): void;
  /** How many pieces of work wait for their time. */
  pending(): number;
}

export function createManualClock(startMs = Date.parse('2026-02-03T04:05:06.789Z')): ManualClock {
  let now = startMs;
  let waiting: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    after(delayMs, work) {
      const entry = { at: now + delayMs, work };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance(byMs) {
      const end = now + byMs;
      for (;;) {
        const next = waiting.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = end;
    },
    pending: () => waiting.length,
  };
}
