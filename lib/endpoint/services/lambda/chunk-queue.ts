/** How much a slow reader may leave waiting; AWS's own limit for a whole streamed response is 200 MB. */
const waitingBytesMax = 32 * 1024 * 1024;

export interface ChunkQueue {
  /** Resolves at the first chunk or the end. */
  readonly started: Promise<void>;
  push(chunk: Uint8Array): void;
  end(): void;
  hasChunks(): boolean;
  /** Each chunk once, in order, until the end. For one reader. */
  chunks(): AsyncGenerator<Uint8Array>;
}

/** From a callback to an async iterable. `onOverflow` is called, once, when too much waits; the rest is dropped. */
export function createChunkQueue(onOverflow: () => void): ChunkQueue {
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let isEnded = false;
  let isOverflowing = false;
  let hasBegun = false;
  let wake: () => void = () => undefined;
  let begin: () => void = () => undefined;
  const started = new Promise<void>((resolve) => (begin = resolve));

  return {
    started,
    push(chunk) {
      if (isEnded || isOverflowing) return;
      if (waitingBytes + chunk.length > waitingBytesMax) {
        isOverflowing = true;
        onOverflow();
        return;
      }
      waiting.push(chunk);
      waitingBytes += chunk.length;
      hasBegun = true;
      begin();
      wake();
    },
    end() {
      isEnded = true;
      begin();
      wake();
    },
    hasChunks: () => hasBegun,
    async *chunks() {
      for (;;) {
        const chunk = waiting.shift();
        if (chunk) {
          waitingBytes -= chunk.length;
          yield chunk;
        } else if (isEnded) {
          return;
        } else {
          await new Promise<void>((resolve) => (wake = resolve));
        }
      }
    },
  };
}
