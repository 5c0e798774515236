/**
 * Amazon EventBridge Scheduler: schedules in groups that call functions, queues and topics.
 *
 * Gaps: other targets and universal targets (`arn:aws:scheduler:::aws-sdk:…`) are refused with NotImplemented. `KmsKeyArn`
 * is kept and shown, without effect. What `RoleArn` allows is not evaluated, nor whether the role exists.
 *
 * By design: a schedule rings by the endpoint's clock and its call is on disk before it leaves. Of the times missed while
 * the program stood still the last one is made up for, if it is not older than the target's MaximumEventAgeInSeconds. A
 * flexible window delays by a random part of it. A group is deleted at once, with its schedules. ActionAfterCompletion
 * DELETE takes a schedule away when its last time rings.
 *
 * Client quirks: none known. Unconfirmed: a rate without StartDate rings at once; `at(…)` in the past is accepted and
 * never rings; without Input a target gets `{}`; the texts of refusals.
 */
import type { Database } from '../../store/database.ts';
import { createGroupCommit } from '../../store/group-commit.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import { createDeliveryQueue, type DeliveryLogger, type TargetDoors } from '../deliveries/index.ts';
import type { Service } from '../service.ts';
import { createAlarm } from '../timetable/index.ts';
import { deliver } from './delivering.ts';
import { operations } from './generated/operations.ts';
import type { SchedulerParts } from './parts.ts';
import { createSchedulerRepository } from './repository.ts';
import { ringSchedules } from './scheduling.ts';

export interface SchedulerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: DeliveryLogger;
}

export interface SchedulerService extends Service {
  /** From here on schedules ring, those that the last run left first. */
  start(doors: TargetDoors): void;
  close(): Promise<void>;
}

export function createSchedulerService({ database, clock, logger }: SchedulerOptions): SchedulerService {
  const repository = createSchedulerRepository(database);
  const deliveries = createDeliveryQueue({ database, clock, logger, channel: 'scheduler' });
  let isStarted = false;
  const alarm = createAlarm({
    clock,
    nextMs: () => (isStarted ? repository.nextDueMs() : undefined),
    ring(nowMs) {
      database.transaction(() => ringSchedules({ repository, deliveries }, nowMs));
      deliveries.pump();
    },
    onFailure: (error) => logger.error({ err: error }, 'Schedules could not be run'),
  });
  const commits = createGroupCommit(database);
  const parts: SchedulerParts = { repository, commits, deliveries, alarm, clock, logger };
  return {
    name: 'scheduler',
    operations: bindOperations(operations, parts),
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
