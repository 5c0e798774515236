import { measureTree } from './process-tree.ts';

const pollMs = 50;
/** AWS's own limit of processes and threads is 1024 for one environment. */
const processesMax = 1024;

export interface Watched {
  readonly pid: number;
  /** Further processes that count, with all below them. */
  readonly otherPids?: readonly number[] | undefined;
  /** Wrapper processes at the top of the tree that are not the function's. */
  readonly skippedDepth: number;
  readonly memoryMb: number;
  /** The monitor's own notes: when the running call began, and when it last looked. */
  beganAt?: number | undefined;
  lookedAt?: number;
  onMemory(rssBytes: number): void;
  onExceeded(what: 'memory' | 'processes'): void;
}

/**
 * Measured: two dozen files are read for a look at one environment. One whose calls are short is therefore looked at so
 * often, and with every poll only while one call goes on.
 */
const shortCallsLookMs = 500;

/** Polls the process trees of working environments; idle ones are not looked at. */
export class Monitor {
  /** It stays until it is gone, for the reason that `IdleLimit` gives. */
  readonly #known = new Set<Watched>();
  #watched = 0;
  #polledAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  /** From now on it works. */
  add(watched: Watched): void {
    if (watched.beganAt === undefined) this.#watched += 1;
    watched.beganAt = performance.now();
    this.#known.add(watched);
    this.#timer ??= setInterval(() => this.#poll(), pollMs).unref();
  }

  /** From now on it is idle. */
  remove(watched: Watched): void {
    if (watched.beganAt !== undefined) this.#watched -= 1;
    watched.beganAt = undefined;
  }

  /** Its process is gone. */
  forget(watched: Watched): void {
    this.remove(watched);
    this.#known.delete(watched);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#known.clear();
  }

  #poll(): void {
    if (this.#watched === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    const before = this.#polledAt;
    this.#polledAt = now;
    for (const watched of [...this.#known]) {
      const { beganAt, lookedAt = -Infinity } = watched;
      if (beganAt === undefined) continue;
      if (beganAt > before && now - lookedAt < shortCallsLookMs) continue;
      watched.lookedAt = now;
      let { rssBytes, processes } = measureTree(watched.pid, watched.skippedDepth);
      for (const pid of watched.otherPids ?? []) {
        const more = measureTree(pid, watched.skippedDepth);
        rssBytes += more.rssBytes;
        processes += more.processes;
      }
      watched.onMemory(rssBytes);
      if (rssBytes > watched.memoryMb * 1024 * 1024) watched.onExceeded('memory');
      else if (processes > processesMax) watched.onExceeded('processes');
    }
  }
}
