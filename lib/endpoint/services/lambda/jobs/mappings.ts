import type { Clock } from '../../clock.ts';
import type { LambdaLogger } from '../parts.ts';
import type { MappingRecord } from '../mappings/mapping-record.ts';
import type { MappingsRepository } from '../repository-mappings.ts';
import type { Poller } from './poller.ts';

/** Brings mappings from one state into the next and runs their pollers. */
export interface Mappings {
  /** Call after a change is committed: the mapping is in a state in between. */
  begin(uuid: string): void;
  /** Starts the pollers of enabled mappings and takes up changes that the last run left. */
  start(): void;
  close(): Promise<void>;
}

export interface MappingsDependencies {
  readonly mappings: MappingsRepository;
  readonly clock: Clock;
  readonly logger: LambdaLogger;
  /** Undefined for sources that are not polled here. */
  readonly poll: (mapping: MappingRecord) => Poller | undefined;
}

/** Long enough for the answer of the request to leave with the state in between. */
const delayMs = 20;
const closeMsMax = 1000;

export function createMappings({ mappings, clock, logger, poll }: MappingsDependencies): Mappings {
  const pollers = new Map<string, Poller>();
  const waiting = new Map<symbol, () => void>();
  const running = new Set<Promise<void>>();
  let isClosed = false;

  function begin(uuid: string): void {
    if (isClosed) return;
    const ticket = Symbol(uuid);
    const callOff = clock.after(delayMs, () => {
      waiting.delete(ticket);
      const job = finish(uuid).catch((error: unknown) => {
        logger.error({ err: error, mapping: uuid }, 'An event source mapping could not change its state');
      });
      running.add(job);
      void job.finally(() => running.delete(job));
    });
    waiting.set(ticket, callOff);
  }

  async function finish(uuid: string): Promise<void> {
    const poller = pollers.get(uuid);
    pollers.delete(uuid);
    await poller?.stop();
    if (isClosed) return;
    // What was changed once more meanwhile has a job of its own; the last one finds nothing in between and polls.
    const mapping = mappings.find(uuid);
    if (!mapping) return;
    if (mapping.state === 'Deleting') {
      mappings.remove(uuid);
      return;
    }
    const next: MappingRecord = { ...mapping, state: mapping.settings.isEnabled ? 'Enabled' : 'Disabled' };
    mappings.update(next);
    startPoller(next);
  }

  function startPoller(mapping: MappingRecord): void {
    if (mapping.state !== 'Enabled' || pollers.has(mapping.uuid)) return;
    const poller = poll(mapping);
    if (poller) pollers.set(mapping.uuid, poller);
  }

  return {
    begin,
    start() {
      for (const mapping of mappings.all()) {
        if (mapping.state === 'Enabled') startPoller(mapping);
        else if (mapping.state !== 'Disabled') begin(mapping.uuid);
      }
    },
    async close() {
      isClosed = true;
      for (const callOff of waiting.values()) callOff();
      const open = [...pollers.values()];
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, closeMsMax)));
      await Promise.race([Promise.all([...running, ...open.map((poller) => poller.stop())]), late]);
      clearTimeout(timer);
      for (const poller of open) poller.abandon();
    },
  };
}
