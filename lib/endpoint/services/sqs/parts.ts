import type { GroupCommit } from '../../store/group-commit.ts';
import type { Clock } from '../clock.ts';
import type { Arrivals } from './arrivals.ts';
import type { SqsRepository } from './repository.ts';

/** What SQS's operations share. */
export interface SqsParts {
  readonly repository: SqsRepository;
  /** Every write goes through it: the answer leaves when the write is on disk. */
  readonly commits: GroupCommit;
  readonly clock: Clock;
  readonly arrivals: Arrivals;
}
