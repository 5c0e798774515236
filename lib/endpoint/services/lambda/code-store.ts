import { createHash } from 'node:crypto';
import type { Blobs } from '../../store/database.ts';
import type { CodeArchives, LambdaLogger } from './parts.ts';
import type { LambdaRepository } from './repository.ts';

/** Code archives as blobs: kept while a function, a change under way or a running call needs them. */
export interface CodeStore {
  /** Stores an archive and runs `commit` with its name; the blob cannot go away in between, and goes if `commit` throws. */
  keep<T>(archive: Uint8Array, commit: (blob: string) => T): Promise<T>;
  /** Holds an archive and its folder, e.g. for a call; the returned function lets go. */
  hold(blob: string): () => void;
  /** Removes, in the background, those that nothing needs any more. */
  release(...blobs: string[]): void;
  /** Resolves when no removal is under way. */
  settled(): Promise<void>;
}

export function createCodeStore(
  repository: LambdaRepository,
  blobs: Blobs,
  archives: CodeArchives,
  logger: LambdaLogger,
): CodeStore {
  /** 0 until its removal: a count that came and went with every call would cost more than it. */
  const holders = new Map<string, number>();
  const removals = new Set<Promise<void>>();
  /** Asked to be removed while held: looked at again when the last holder lets go, so that a call costs no query. */
  const postponed = new Set<string>();

  function isNeeded(blob: string): boolean {
    if (!holders.get(blob)) return repository.isBlobInUse(blob);
    postponed.add(blob);
    return true;
  }

  async function remove(blob: string): Promise<void> {
    if (isNeeded(blob)) return;
    await archives.forget(blob);
    // Asked again: a creation with the same content may have come while the folder went.
    if (isNeeded(blob)) return;
    holders.delete(blob);
    await blobs.delete(blob);
  }

  function release(...names: string[]): void {
    for (const blob of new Set(names)) {
      const removal = remove(blob).catch((error: unknown) => {
        logger.warn({ err: error, blob }, 'A code archive could not be removed; the next start removes it');
      });
      removals.add(removal);
      void removal.finally(() => removals.delete(removal));
    }
  }

  function hold(blob: string): () => void {
    holders.set(blob, (holders.get(blob) ?? 0) + 1);
    return () => {
      const count = (holders.get(blob) ?? 1) - 1;
      holders.set(blob, count);
      if (count > 0) return;
      // The last holder may be the only one who still needed it. Nothing is thrown at a call that has ended well.
      if (postponed.delete(blob)) release(blob);
    };
  }

  return {
    hold,
    release,
    async keep(archive, commit) {
      const blob = createHash('sha256').update(archive).digest('hex');
      const letGo = hold(blob);
      try {
        return commit(await blobs.put(archive));
      } finally {
        letGo();
        release(blob);
      }
    },
    async settled() {
      while (removals.size > 0) await Promise.all(removals);
    },
  };
}
