import type { Clock } from '../clock.ts';

/** Wakes those who wait for a message of a queue. */
export interface Arrivals {
  /** Changes with every `notify`: read it before looking for messages and hand it to `wait`. */
  version(queueId: number): number;
  notify(queueId: number): void;
  /** Resolves when something arrived since `version`, at the time given, on the signal, or when the service closes. */
  wait(queueId: number, version: number, untilMs: number, signal: AbortSignal): Promise<void>;
  readonly isClosed: boolean;
  close(): void;
}

export function createArrivals(clock: Clock): Arrivals {
  const versions = new Map<number, number>();
  const waiters = new Map<number, Set<() => void>>();
  let isClosed = false;
  const version = (queueId: number): number => versions.get(queueId) ?? 0;

  return {
    version,
    notify(queueId) {
      versions.set(queueId, version(queueId) + 1);
      for (const wake of [...(waiters.get(queueId) ?? [])]) wake();
    },
    wait(queueId, known, untilMs, signal) {
      if (isClosed || signal.aborted || known !== version(queueId)) return Promise.resolve();
      return new Promise((resolve) => {
        const own = waiters.get(queueId) ?? new Set();
        waiters.set(queueId, own);
        const wake = () => {
          callOff();
          signal.removeEventListener('abort', wake);
          own.delete(wake);
          if (own.size === 0 && waiters.get(queueId) === own) waiters.delete(queueId);
          resolve();
        };
        const callOff = clock.after(Math.max(0, untilMs - clock.now()), wake);
        signal.addEventListener('abort', wake, { once: true });
        own.add(wake);
      });
    },
    get isClosed() {
      return isClosed;
    },
    close() {
      isClosed = true;
      for (const own of [...waiters.values()]) for (const wake of [...own]) wake();
    },
  };
}
