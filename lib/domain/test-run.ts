import type { ConsoleError } from './console-error.ts';
import type { InvocationResult } from './invocation.ts';

/** How a run is made, beyond its event. */
export interface RunSettings {
  /** The version or alias to run; undefined for $LATEST. */
  readonly qualifier: string | undefined;
  /** Whether the response is shown as it arrives (InvokeWithResponseStream). */
  readonly streams: boolean;
  /** Whom it is for, where the function keeps tenants apart. */
  readonly tenantId?: string | undefined;
  /** Of a durable function: the name of the execution that it begins; an empty one is chosen by Lambda. */
  readonly durable?: { readonly executionName: string } | undefined;
}

/** One invocation made on the Test tab. */
export interface Run {
  readonly id: string;
  /** ISO time at which it was sent. */
  readonly at: string;
  /** Key of the saved event it came from, if any. */
  readonly eventName: string | undefined;
  /** What was sent, as typed; undefined where it was too large to be kept. */
  readonly event: string | undefined;
  readonly settings: RunSettings;
  readonly outcome: RunOutcome;
}

export type RunOutcome =
  | { readonly kind: 'answered'; readonly result: InvocationResult }
  | { readonly kind: 'refused'; readonly error: ConsoleError }
  /** The page stopped waiting; the function may have gone on. */
  | { readonly kind: 'cancelled' };

/** What a list shows of a run. */
export interface RunSummary {
  readonly id: string;
  readonly at: string;
  readonly eventName: string | undefined;
  readonly qualifier: string | undefined;
  readonly verdict: 'succeeded' | 'failed' | 'refused' | 'cancelled';
  /** As Lambda reported it, else as the console measured it; undefined where it did not run. */
  readonly durationMs: number | undefined;
  readonly isCold: boolean;
}

/** A message of a run whose response is streamed. */
export type RunMessage =
  | { readonly kind: 'chunk'; readonly text: string }
  | { readonly kind: 'end'; readonly outcome: RunOutcome; readonly id: string | undefined };

/** Header of an answer that names the kept run. */
export const runIdHeader = 'x-lambdeck-run';

/** Runs that are kept of one function, for each user. */
export const runsKeptMax = 50;
/** Letters of an event and of a response that are kept with a run. */
const lettersKeptMax = 256 * 1024;

/** A run as it is kept: a response that is longer is cut, an event that is longer is left out. */
export function keptRun<Kept extends Omit<Run, 'id'>>(run: Kept): Kept {
  const event = run.event === undefined || run.event.length > lettersKeptMax ? undefined : run.event;
  if (run.outcome.kind !== 'answered') return { ...run, event };
  const { result } = run.outcome;
  const payload = result.payload.slice(0, lettersKeptMax);
  return { ...run, event, outcome: { kind: 'answered', result: { ...result, payload } } };
}

/** What a list shows of a run. */
export function summaryOf(run: Run): RunSummary {
  const { id, at, eventName, outcome } = run;
  const { qualifier } = run.settings;
  const base = { id, at, eventName, qualifier };
  if (outcome.kind !== 'answered') {
    return { ...base, verdict: outcome.kind, durationMs: undefined, isCold: false };
  }
  const { report, roundTripMs, functionError } = outcome.result;
  return {
    ...base,
    verdict: functionError === undefined ? 'succeeded' : 'failed',
    durationMs: report.durationMs ?? roundTripMs,
    isCold: report.initDurationMs !== undefined,
  };
}
