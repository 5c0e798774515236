/**
 * Amazon EventBridge: buses, rules with patterns and schedules, and their targets.
 *
 * Gaps: PutPermission and RemovePermission, UpdateEventBus, archives and replays, connections and API destinations,
 * partner sources, endpoints, schema discovery, keys, logs and dead-letter queues of buses, input from other accounts
 * and Regions. Targets are functions, queues, topics and buses; others are refused with NotImplemented.
 * `RoleArn` is kept and shown, not enforced; policies of queues and topics are not asked. `TraceHeader` is handed
 * on; buses and rules write no segments of their own, as on AWS.
 *
 * By design: events are on disk for every target when PutEvents is answered, and are delivered from there, at least
 * once. Calls to functions ask their resource policy; what it refuses is not tried again, and goes to the target's
 * dead-letter queue or, without one, into the endpoint's log. Of the times a rule missed while the program stood still
 * the last one rings, if it is not older than an hour. A chain of buses ends after 16. Events for a bus that does not
 * exist are accepted and go nowhere, as on AWS. Rules are limited to 300 a bus.
 *
 * Client quirks: refusals of single entries are in the answer of PutEvents, not errors. Unconfirmed: the texts for
 * targets that are not valid, values of paths that are missing from an event (`""` outside of quotes, nothing inside),
 * and an entry's limit of 1 MB.
 */
import type { Database } from '../../store/database.ts';
import { createGroupCommit } from '../../store/group-commit.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import {
  createDeliveryQueue,
  type BusAccess,
  type DeliveryLogger,
  type TargetDoors,
} from '../deliveries/index.ts';
import type { Service } from '../service.ts';
import { createAlarm } from '../timetable/index.ts';
import { createBusAccess } from './bus-access.ts';
import { deliver } from './delivering.ts';
import { operations } from './generated/operations.ts';
import type { EventsParts } from './parts.ts';
import { createEventsRepository } from './repository.ts';
import { ringRules } from './scheduling.ts';

export interface EventBridgeOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: DeliveryLogger;
}

export interface EventBridgeService extends Service {
  readonly buses: BusAccess;
  /** From here on events leave and schedules ring, those of the last run first. */
  start(doors: TargetDoors): void;
  close(): Promise<void>;
}

export function createEventBridgeService({
  database,
  clock,
  logger,
}: EventBridgeOptions): EventBridgeService {
  const repository = createEventsRepository(database);
  const deliveries = createDeliveryQueue({ database, clock, logger, channel: 'events' });
  let isStarted = false;
  const alarm = createAlarm({
    clock,
    nextMs: () => (isStarted ? repository.nextDueMs() : undefined),
    ring(nowMs) {
      database.transaction(() => ringRules({ repository, deliveries, clock }, nowMs));
      deliveries.pump();
    },
    onFailure: (error) => logger.error({ err: error }, 'Rules with schedules could not be run'),
  });
  const commits = createGroupCommit(database);
  const parts: EventsParts = { repository, commits, deliveries, alarm, clock, logger };
  return {
    name: 'events',
    operations: bindOperations(operations, parts),
    buses: createBusAccess(parts),
    start(doors) {
      isStarted = true;
      deliveries.start((delivery) => deliver(parts, doors, delivery));
      alarm.set();
    },
    close() {
      alarm.close();
      return deliveries.close();
    },
  };
}
