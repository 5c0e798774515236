import type { Database } from '../../store/database.ts';
import { createGroupCommit } from '../../store/group-commit.ts';
import type { Clock } from '../clock.ts';
import { createDeliveriesRepository, type Channel, type Delivery, type NewDelivery } from './repository.ts';

/** What became of one attempt. */
export type DeliveryVerdict = 'done' | { readonly againMs: number };

/** The log calls the queue makes; pino fits. */
export interface DeliveryLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Promises of one service: on disk with the caller's own transaction, tried until `run` says done. */
export interface DeliveryQueue {
  /** Belongs inside a transaction of the caller, who calls `pump` once it is on disk. */
  add(delivery: NewDelivery): void;
  pump(): void;
  /** From here on deliveries leave, those of earlier runs of the program first. `againMs` is a time on the clock. */
  start(run: (delivery: Delivery) => Promise<DeliveryVerdict>): void;
  /** Gives no more turns; those under way get a moment, and what they did not end is tried again by the next start. */
  close(): Promise<void>;
}

export interface DeliveryQueueOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: DeliveryLogger;
  readonly channel: Channel;
}

const turnsMax = 64;
/** A failure of ours, e.g. a full disk: tried again after this. */
const faultDelayMs = 5000;
const closeMsMax = 1000;
/** Timers of Node cannot be longer than 24 days. */
const sleepMsMax = 3_600_000;

export function createDeliveryQueue({
  database,
  clock,
  logger,
  channel,
}: DeliveryQueueOptions): DeliveryQueue {
  const repository = createDeliveriesRepository(database, channel);
  const commits = createGroupCommit(database);
  const running = new Map<number, Promise<void>>();
  let run: ((delivery: Delivery) => Promise<DeliveryVerdict>) | undefined;
  let phase: 'open' | 'stopping' | 'closed' = 'open';
  let callOff: (() => void) | undefined;

  function wakeAfter(delayMs: number): void {
    callOff?.();
    callOff = clock.after(Math.min(delayMs, sleepMsMax), pump);
  }

  function pump(): void {
    if (phase !== 'open' || !run) return;
    try {
      // Those that run are still due on disk.
      for (const id of repository.due(clock.now(), 2 * turnsMax)) {
        if (running.size >= turnsMax) return;
        if (!running.has(id)) take(id, run);
      }
      callOff?.();
      callOff = undefined;
      const nextMs = repository.nextDueMs(clock.now());
      if (nextMs !== undefined) wakeAfter(nextMs - clock.now());
    } catch (error) {
      logger.error({ err: error, channel }, 'Waiting deliveries could not be read');
      wakeAfter(faultDelayMs);
    }
  }

  function take(id: number, work: (delivery: Delivery) => Promise<DeliveryVerdict>): void {
    const turn = takeTurn(id, work)
      .catch(async (error: unknown) => {
        logger.error({ err: error, channel }, 'A delivery met a failure of the endpoint');
        if (phase !== 'open') return;
        await new Promise<void>((resolve) => clock.after(faultDelayMs, resolve));
      })
      .finally(() => {
        running.delete(id);
        pump();
      });
    running.set(id, turn);
  }

  async function takeTurn(id: number, work: (delivery: Delivery) => Promise<DeliveryVerdict>): Promise<void> {
    const delivery = repository.find(id);
    if (!delivery) return;
    const verdict = await work(delivery);
    if (phase === 'closed') return;
    await commits.run(() => {
      if (verdict === 'done') {
        repository.remove(id);
        if (delivery.lane !== undefined) repository.release(delivery.lane, clock.now());
      } else repository.reschedule(id, verdict.againMs, delivery.attempts + 1);
    });
  }

  return {
    add: (delivery) => repository.insert(delivery),
    pump,
    start(work) {
      run = work;
      const left = repository.count();
      if (left > 0) logger.info({ channel, deliveries: left }, 'Taking up deliveries that the last run left');
      pump();
    },
    async close() {
      phase = 'stopping';
      callOff?.();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, closeMsMax)));
      await Promise.race([Promise.all(running.values()), late]);
      clearTimeout(timer);
      phase = 'closed';
    },
  };
}
