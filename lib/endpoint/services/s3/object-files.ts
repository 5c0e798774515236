import { createReadStream } from 'node:fs';
import type { Blobs } from '../../store/database.ts';
import type { Piece } from './records.ts';

/** The bytes of objects as blobs: kept while an object, a part, a write under way or a reader needs them. */
export interface ObjectFiles {
  /** Stores what comes and runs `commit` with the blob's name; the blob goes again if that fails. */
  keep<T>(source: AsyncIterable<Uint8Array>, commit: (blob: string) => Promise<T>): Promise<T>;
  /** The bytes from `first` up to and with `last`; `signal` tells of a reader that never begins. */
  read(pieces: readonly Piece[], first: number, last: number, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Removes, in the background, those that nothing needs any more. */
  release(pieces: readonly Pick<Piece, 'blob'>[]): void;
  /** Resolves when no removal is under way. */
  settled(): Promise<void>;
  /** Settles; from then on no removal begins. */
  close(): Promise<void>;
}

const readBytes = 256 * 1024;

export function createObjectFiles(
  blobs: Blobs,
  isInUse: (blob: string) => boolean,
  onFailure: (error: unknown) => void,
): ObjectFiles {
  const holders = new Map<string, number>();
  const removals = new Set<Promise<void>>();
  let isClosed = false;

  function hold(blob: string): () => void {
    holders.set(blob, (holders.get(blob) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const count = (holders.get(blob) ?? 1) - 1;
      if (count > 0) {
        holders.set(blob, count);
        return;
      }
      holders.delete(blob);
      release([{ blob }]);
    };
  }

  function release(pieces: readonly Pick<Piece, 'blob'>[]): void {
    // A reader may let go after the database is closed; the next start removes what nothing refers to.
    if (isClosed) return;
    for (const blob of new Set(pieces.map((piece) => piece.blob))) {
      // Asked in the moment in which the removal takes its turn: a put of the same content comes before or after both.
      if (holders.has(blob) || isInUse(blob)) continue;
      const removal = blobs.delete(blob).catch(onFailure);
      removals.add(removal);
      void removal.finally(() => removals.delete(removal));
    }
  }

  async function settled(): Promise<void> {
    while (removals.size > 0) await Promise.all(removals);
  }

  return {
    release,
    async keep(source, commit) {
      let letGo: (() => void) | undefined;
      try {
        return await commit(await blobs.putStream(source, (blob) => (letGo = hold(blob))));
      } finally {
        letGo?.();
      }
    },
    read(pieces, first, last, signal) {
      const letGo = pieces.map(({ blob }) => hold(blob));
      const end = () => {
        signal.removeEventListener('abort', end);
        for (const one of letGo) one();
      };
      signal.addEventListener('abort', end, { once: true });
      return readStretch(blobs, pieces, { first, last }, end);
    },
    settled,
    async close() {
      await settled();
      isClosed = true;
    },
  };
}

async function* readStretch(
  blobs: Blobs,
  pieces: readonly Piece[],
  { first, last }: { first: number; last: number },
  end: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    let at = 0;
    for (const { blob, bytes } of pieces) {
      const from = Math.max(first - at, 0);
      const to = Math.min(last - at, bytes - 1);
      at += bytes;
      if (from > to) continue;
      const file = createReadStream(blobs.pathOf(blob), { start: from, end: to, highWaterMark: readBytes });
      for await (const chunk of file) yield chunk as Uint8Array;
    }
  } finally {
    end();
  }
}
