export interface RoundsOptions {
  readonly everyMs: number;
  /** Ends early, between two steps of its own, when the signal is aborted. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** Runs rounds of work behind the scenes, never two at once. The returned function stops them and waits for the current step. */
export function startRounds({ everyMs, run, onFailure }: RoundsOptions): () => Promise<void> {
  const abort = new AbortController();
  let current: Promise<void> | undefined;
  const timer = setInterval(() => {
    current ??= run(abort.signal)
      .catch(onFailure)
      .finally(() => (current = undefined));
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    abort.abort();
    await current;
  };
}
