import type { GroupCommit } from '../../store/group-commit.ts';
import type { Clock } from '../clock.ts';
import type { DeliveryLogger, DeliveryQueue } from '../deliveries/index.ts';
import type { SnsRepository } from './repository.ts';

/** What SNS's operations share. */
export interface SnsParts {
  readonly repository: SnsRepository;
  /** Every write goes through it: the answer leaves when the write is on disk. */
  readonly commits: GroupCommit;
  readonly deliveries: DeliveryQueue;
  readonly clock: Clock;
  readonly logger: DeliveryLogger;
}
