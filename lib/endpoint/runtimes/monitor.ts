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
  /** With the beginning of its call. */
  readonly #watched = new Map<Watched, number>();
  readonly #lookedAt = new WeakMap<Watched, number>();
  #polledAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  add(watched: Watched): void {
    this.#watched.set(watched, performance.now());
    this.#timer ??= setInterval(() => this.#poll(), pollMs).unref();
  }

  remove(watched: Watched): void {
    this.#watched.delete(watched);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#watched.clear();
  }

  #poll(): void {
    if (this.#watched.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    const before = this.#polledAt;
    this.#polledAt = now;
    for (const [watched, since] of [...this.#watched]) {
      const hasJustBegun = since > before;
      if (hasJustBegun && now - (this.#lookedAt.get(watched) ?? -Infinity) < shortCallsLookMs) continue;
      this.#lookedAt.set(watched, now);
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
