import type { Clock } from '../clock.ts';

export interface AlarmOptions {
  readonly clock: Clock;
  /** The earliest time at which something is due. */
  readonly nextMs: () => number | undefined;
  /** Does what is due and moves it on, so that `nextMs` says a later time. */
  readonly ring: (nowMs: number) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Rings when something is due. */
export interface Alarm {
  /** Looks again for what is due next: after every change. */
  set(): void;
  close(): void;
}

/** Timers of Node cannot be longer than 24 days. */
const sleepMsMax = 3_600_000;
/** A failure of ours, e.g. a full disk: tried again after this. */
const faultDelayMs = 5000;

export function createAlarm({ clock, nextMs, ring, onFailure }: AlarmOptions): Alarm {
  let callOff: (() => void) | undefined;
  let isClosed = false;

  function sleep(delayMs: number): void {
    callOff?.();
    callOff = clock.after(Math.min(delayMs, sleepMsMax), wake);
  }

  function wake(): void {
    if (isClosed) return;
    try {
      const dueMs = nextMs();
      if (dueMs !== undefined && dueMs <= clock.now()) ring(clock.now());
      set();
    } catch (error) {
      onFailure(error);
      sleep(faultDelayMs);
    }
  }

  function set(): void {
    if (isClosed) return;
    callOff?.();
    callOff = undefined;
    const dueMs = nextMs();
    if (dueMs !== undefined) sleep(Math.max(0, dueMs - clock.now()));
  }

  return {
    set,
    close() {
      isClosed = true;
      callOff?.();
    },
  };
}
