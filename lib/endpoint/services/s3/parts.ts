import type { GroupCommit } from '../../store/group-commit.ts';
import type { Clock } from '../clock.ts';
import type { BusAccess, TargetDoors, TopicAccess } from '../deliveries/index.ts';
import type { Notifications } from './notifications/notify.ts';
import type { ObjectFiles } from './object-files.ts';
import type { S3Repository } from './repository.ts';

/** Where notifications go. */
export interface NotificationDoors extends TargetDoors {
  readonly topics: TopicAccess;
  readonly buses: BusAccess;
}

/** What S3's operations share. */
export interface S3Parts {
  readonly repository: S3Repository;
  /** Every write goes through it: the answer leaves when the write is on disk. */
  readonly commits: GroupCommit;
  readonly files: ObjectFiles;
  readonly clock: Clock;
  readonly notifications: Notifications;
  /** There once the service was started. */
  doors(): NotificationDoors;
}
