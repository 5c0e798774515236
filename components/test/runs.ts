import type { ConsoleError } from '@/lib/domain/console-error';
import type { InvocationResult } from '@/lib/domain/invocation';

/** One invocation made on this page. */
export interface Run {
  readonly id: string;
  /** ISO time at which it was sent. */
  readonly at: string;
  /** Name of the saved event it came from, if any. */
  readonly eventName: string | undefined;
  /** What was sent, as typed. */
  readonly event: string;
  readonly outcome: RunOutcome;
}

export type RunOutcome =
  | { readonly kind: 'answered'; readonly result: InvocationResult }
  | { readonly kind: 'refused'; readonly error: ConsoleError }
  /** The page stopped waiting; the function may have gone on. */
  | { readonly kind: 'cancelled' };

const runsMax = 20;
/** Characters of all kept runs together: a browser keeps about five million for a site. */
const charactersMax = 2_000_000;

const lengthOf = (run: Run) =>
  run.event.length + (run.outcome.kind === 'answered' ? run.outcome.result.payload.length : 0) + 6_000;

/** The newest runs that fit; the last one always stays. Newest first. */
export function boundRuns(runs: readonly Run[]): Run[] {
  let characters = 0;
  return runs.slice(0, runsMax).filter((run, index) => {
    characters += lengthOf(run);
    return index === 0 || characters <= charactersMax;
  });
}

/** True when the function ran and did not fail. */
export function hasSucceeded({ outcome }: Run): boolean {
  return outcome.kind === 'answered' && outcome.result.functionError === undefined;
}

/** What the browser kept, or nothing when it is not what we wrote. */
export function parseRuns(text: string | null): Run[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? boundRuns(value.filter(isRun)) : [];
  } catch {
    return [];
  }
}

function isRun(value: unknown): value is Run {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, event, outcome } = value as Partial<Run>;
  return (
    typeof id === 'string' &&
    typeof at === 'string' &&
    typeof event === 'string' &&
    typeof outcome === 'object' &&
    ['answered', 'refused', 'cancelled'].includes(outcome.kind)
  );
}
