import type { GroupCommit } from '../../store/group-commit.ts';
import type { Clock } from '../clock.ts';
import type { DeliveryLogger, DeliveryQueue } from '../deliveries/index.ts';
import type { Alarm } from '../timetable/index.ts';
import type { SchedulerRepository } from './repository.ts';

/** What Scheduler's operations share. */
export interface SchedulerParts {
  readonly repository: SchedulerRepository;
  /** Every write goes through it: the answer leaves when the write is on disk. */
  readonly commits: GroupCommit;
  readonly deliveries: DeliveryQueue;
  /** To be set again after every change of a schedule. */
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly logger: DeliveryLogger;
}
