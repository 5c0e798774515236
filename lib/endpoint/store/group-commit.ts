import type { Database } from './database.ts';

/** Puts the writes of many callers into one transaction: a commit waits for the disk, and one wait serves them all. */
export interface GroupCommit {
  /**
   * Runs `work` soon, together with other callers' works, and resolves with its result once it is on disk. A work that
   * throws has no effect and rejects alone. `work` may be run a second time after a rollback: it must do nothing
   * besides reading and writing the database.
   */
  run<T>(work: () => T): Promise<T>;
}

interface Entry {
  run(): void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function createGroupCommit(database: Database): GroupCommit {
  let waiting: Entry[] = [];

  function commit(entries: readonly Entry[]): void {
    try {
      database.transaction(() => {
        for (const entry of entries) entry.run();
      });
    } catch (error) {
      const [only] = entries;
      if (entries.length === 1 && only) {
        only.reject(error);
        return;
      }
      // Whoever failed took the others' writes with it: each gets a transaction of its own.
      for (const entry of entries) commit([entry]);
      return;
    }
    for (const entry of entries) entry.resolve();
  }

  function flush(): void {
    const entries = waiting;
    waiting = [];
    commit(entries);
  }

  return {
    run<T>(work: () => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        let result: { readonly value: T } | undefined;
        waiting.push({
          run: () => {
            result = { value: work() };
          },
          resolve: () => {
            if (result) resolve(result.value);
          },
          reject,
        });
        // After the sockets that are readable now have been read: their requests join this transaction.
        if (waiting.length === 1) setImmediate(flush);
      });
    },
  };
}
