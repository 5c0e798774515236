import type { GroupCommit } from '../../../store/group-commit.ts';
import type { Clock } from '../../clock.ts';
import type { LambdaLogger } from '../parts.ts';
import type { FunctionKey } from '../records.ts';
import type { EventRecord, EventsRepository } from '../repository-events.ts';

/** What became of one turn of an event. */
export type EventVerdict =
  /** It is settled and leaves the queue. */
  | { readonly kind: 'done' }
  /** It gets another turn. */
  | {
      readonly kind: 'again';
      readonly dueMs: number;
      readonly attempts: number;
      readonly postponements: number;
    }
  /** The endpoint stopped meanwhile: what happened does not count. */
  | { readonly kind: 'abandoned' };

export type NewEvent = Pick<
  EventRecord,
  | 'accountId'
  | 'region'
  | 'name'
  | 'qualifier'
  | 'requestId'
  | 'payload'
  | 'clientContext'
  | 'tenantId'
  | 'traceHeader'
  | 'hops'
>;

/** Asynchronous calls: on disk when accepted, given to `run` one turn at a time until it says done. */
export interface EventQueue {
  /** On disk when it resolves. */
  accept(event: NewEvent): Promise<void>;
  /** Takes up what earlier runs of the program left; returns of how many functions. */
  start(): number;
  /** Ends giving turns. Turns under way get a moment; one that takes longer is taken up by the next start. */
  close(): Promise<void>;
}

export interface EventQueueDependencies {
  readonly events: EventsRepository;
  readonly commits: GroupCommit;
  readonly clock: Clock;
  readonly logger: LambdaLogger;
  readonly run: (event: EventRecord, isOpen: () => boolean) => Promise<EventVerdict>;
}

/** Turns at one time: a function with many events must leave environments for others. */
const turnsPerFunctionMax = 16;
const turnsMax = 256;
const pageSize = 256;
/** A failure of ours, e.g. a full disk: tried again after this. */
const faultDelayMs = 5000;
const closeMsMax = 1000;
/**
 * Settled events leave the disk together: a commit waits for it, and what a crash lets run again was promised no better
 * than at least once.
 */
const removalDelayMs = 10;
const removalsMax = 256;

interface Lane {
  readonly key: FunctionKey;
  /** Ids read ahead. */
  ready: number[];
  readonly running: Set<number>;
  callOff: (() => void) | undefined;
}

export function createEventQueue(dependencies: EventQueueDependencies): EventQueue {
  const { events, commits, clock, logger, run } = dependencies;
  const lanes = new Map<string, Lane>();
  const turns = new Set<Promise<void>>();
  /** Settled, and still on disk; `unasked` are those whose removal no commit has yet. */
  const removals = new Set<number>();
  let unasked: number[] = [];
  let removalTimer: NodeJS.Timeout | undefined;
  /** Stopping gives no more turns; closed also takes no more results: the store is about to go. */
  let phase: 'open' | 'stopping' | 'closed' = 'open';

  function laneOf(key: FunctionKey): Lane {
    const id = `${key.accountId}/${key.region}/${key.name}`;
    let lane = lanes.get(id);
    if (!lane) {
      const { accountId, region, name } = key;
      lane = { key: { accountId, region, name }, ready: [], running: new Set(), callOff: undefined };
      lanes.set(id, lane);
    }
    return lane;
  }

  function readAhead(lane: Lane): void {
    const hiddenMax = lane.running.size + removals.size;
    const found = events.dueEvents(lane.key, clock.now(), pageSize + hiddenMax);
    lane.ready = found.filter((id) => !lane.running.has(id) && !removals.has(id));
  }

  /** A failure to read must reach neither the caller whose event is accepted nor the end of another's turn. */
  function pump(lane: Lane): void {
    if (phase !== 'open') return;
    try {
      giveTurns(lane);
    } catch (error) {
      logger.error({ err: error, function: lane.key.name }, 'Waiting asynchronous calls could not be read');
      lane.callOff?.();
      lane.callOff = clock.after(faultDelayMs, () => pump(lane));
    }
  }

  function giveTurns(lane: Lane): void {
    while (lane.running.size < turnsPerFunctionMax && turns.size < turnsMax) {
      if (lane.ready.length === 0) readAhead(lane);
      const id = lane.ready.shift();
      if (id === undefined) {
        sleep(lane);
        return;
      }
      take(lane, id);
    }
  }

  /** Until the next event of the function is due; a function without events is forgotten. */
  function sleep(lane: Lane): void {
    lane.callOff?.();
    lane.callOff = undefined;
    const nowMs = clock.now();
    const nextMs = events.nextDueMs(lane.key, nowMs);
    if (nextMs !== undefined) lane.callOff = clock.after(nextMs - nowMs, () => pump(lane));
    else if (lane.running.size === 0)
      lanes.delete(`${lane.key.accountId}/${lane.key.region}/${lane.key.name}`);
  }

  function take(lane: Lane, id: number): void {
    lane.running.add(id);
    const isFull = turns.size + 1 >= turnsMax;
    const turn = takeTurn(id)
      .catch((error: unknown) => {
        logger.error(
          { err: error, function: lane.key.name },
          'An asynchronous call met a failure of the endpoint',
        );
        return waitAfterFault();
      })
      .finally(() => {
        lane.running.delete(id);
        turns.delete(turn);
        pump(lane);
        // Others may have been held up by the limit for all.
        if (isFull) for (const other of [...lanes.values()]) pump(other);
      });
    turns.add(turn);
  }

  async function takeTurn(id: number): Promise<void> {
    const event = events.findEvent(id);
    if (!event) return;
    const verdict = await run(event, () => phase !== 'closed');
    if (phase === 'closed' || verdict.kind === 'abandoned') return;
    if (verdict.kind === 'done') removeSoon(id);
    else await commits.run(() => events.reschedule({ id, ...verdict }));
  }

  function removeSoon(id: number): void {
    removals.add(id);
    unasked.push(id);
    if (unasked.length >= removalsMax) void removeNow();
    else removalTimer ??= setTimeout(() => void removeNow(), removalDelayMs);
  }

  async function removeNow(): Promise<void> {
    clearTimeout(removalTimer);
    removalTimer = undefined;
    const ids = unasked;
    unasked = [];
    if (ids.length === 0) return;
    try {
      await commits.run(() => {
        for (const id of ids) events.removeEvent(id);
      });
      for (const id of ids) removals.delete(id);
    } catch (error) {
      // They stay hidden and are tried again with the next ones; a restart would run them again.
      unasked.push(...ids);
      logger.error({ err: error, events: ids.length }, 'Settled asynchronous calls could not be removed');
    }
  }

  async function waitAfterFault(): Promise<void> {
    if (phase !== 'open') return;
    await new Promise<void>((resolve) => clock.after(faultDelayMs, resolve));
  }

  return {
    async accept(event) {
      const nowMs = clock.now();
      await commits.run(() =>
        events.insertEvent({ ...event, acceptedMs: nowMs, dueMs: nowMs, attempts: 0, postponements: 0 }),
      );
      pump(laneOf(event));
    },
    start() {
      const keys = events.functionsWithEvents();
      for (const key of keys) pump(laneOf(key));
      return keys.length;
    },
    async close() {
      phase = 'stopping';
      for (const lane of lanes.values()) lane.callOff?.();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, closeMsMax)));
      await Promise.race([Promise.all(turns), late]);
      clearTimeout(timer);
      await removeNow();
      phase = 'closed';
    },
  };
}
