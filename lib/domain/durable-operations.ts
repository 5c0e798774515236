/** What the history of a durable execution tells of its operations: steps, waits, callbacks, calls and contexts. */

/** One event of a history, without its data. Times are ISO. */
export interface DurableEvent {
  readonly eventId: number;
  /** AWS's name: `StepStarted`, `CallbackTimedOut` … */
  readonly type: string;
  /** Of the operation; undefined for what an invocation says. */
  readonly operationId: string | undefined;
  readonly parentId: string | undefined;
  readonly name: string;
  readonly subType: string;
  readonly at: string | undefined;
  readonly attempt: number | undefined;
  readonly nextAttemptSeconds: number | undefined;
  /** When a wait ends by itself. */
  readonly waitsUntil: string | undefined;
  readonly callbackId: string | undefined;
  /** The execution that a chained call started. */
  readonly childArn: string | undefined;
  readonly error: string | undefined;
}

export type OperationStatus =
  'running' | 'retrying' | 'succeeded' | 'failed' | 'timed-out' | 'stopped' | 'cancelled';

export interface DurableOperation {
  readonly id: string;
  /** `Step`, `Wait`, `Callback`, `ChainedInvoke`, `Context` or `Execution`. */
  readonly type: string;
  readonly name: string;
  readonly subType: string;
  readonly status: OperationStatus;
  readonly startedAt: string | undefined;
  readonly endedAt: string | undefined;
  /** Runs of a step so far. */
  readonly attempts: number;
  readonly nextAttemptSeconds: number | undefined;
  readonly waitsUntil: string | undefined;
  readonly callbackId: string | undefined;
  readonly childArn: string | undefined;
  readonly error: string | undefined;
  /** 0 for what stands directly in the execution. */
  readonly depth: number;
}

const kinds =
  /^(Execution|Context|Wait|Step|ChainedInvoke|Callback)(Started|Succeeded|Failed|TimedOut|Stopped|Cancelled)$/;
const statusOf: Readonly<Record<string, OperationStatus>> = {
  Started: 'running',
  Succeeded: 'succeeded',
  Failed: 'failed',
  TimedOut: 'timed-out',
  Stopped: 'stopped',
  Cancelled: 'cancelled',
};

type Known = Omit<DurableOperation, 'depth'> & { readonly parentId: string | undefined };

function told(before: Known | undefined, event: DurableEvent, type: string, what: string): Known {
  const hasFailed = what === 'Failed';
  // A step that failed and has a next attempt is not at its end.
  const isRetried = hasFailed && event.nextAttemptSeconds !== undefined;
  const hasEnded = what !== 'Started' && !isRetried;
  const isStart = what === 'Started';
  return {
    id: event.operationId ?? String(event.eventId),
    parentId: before?.parentId ?? event.parentId,
    type,
    name: event.name || (before?.name ?? ''),
    subType: event.subType || (before?.subType ?? ''),
    status: isRetried ? 'retrying' : (statusOf[what] ?? 'running'),
    startedAt: before?.startedAt ?? event.at,
    endedAt: hasEnded ? event.at : undefined,
    attempts: Math.max(
      before?.attempts ?? 0,
      event.attempt ?? 0,
      (before?.attempts ?? 0) + (isStart ? 1 : 0),
    ),
    nextAttemptSeconds: isRetried ? event.nextAttemptSeconds : undefined,
    waitsUntil: event.waitsUntil ?? before?.waitsUntil,
    callbackId: event.callbackId ?? before?.callbackId,
    childArn: event.childArn ?? before?.childArn,
    error: isStart || what === 'Succeeded' ? undefined : (event.error ?? before?.error),
  };
}

/**
 * The operations of an execution as a tree written line by line, each below its parent, in the order in which they
 * began. `events`: in the order in which they happened. The execution itself is no operation of its own.
 */
export function operationsOf(events: readonly DurableEvent[]): DurableOperation[] {
  const known = new Map<string, Known>();
  for (const event of events) {
    const [, type, what] = kinds.exec(event.type) ?? [];
    if (!type || !what || type === 'Execution') continue;
    const id = event.operationId ?? String(event.eventId);
    known.set(id, told(known.get(id), event, type, what));
  }
  const below = new Map<string, Known[]>();
  for (const operation of known.values()) {
    // A parent that is not among the operations is the execution.
    const parent =
      operation.parentId !== undefined && known.has(operation.parentId) ? operation.parentId : '';
    below.set(parent, [...(below.get(parent) ?? []), operation]);
  }
  const written = new Set<string>();
  const write = (parent: string, depth: number): DurableOperation[] =>
    (below.get(parent) ?? []).flatMap(({ parentId: _, ...operation }) => {
      if (written.has(operation.id)) return [];
      written.add(operation.id);
      return [{ ...operation, depth }, ...write(operation.id, depth + 1)];
    });
  return write('', 0);
}
