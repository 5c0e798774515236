import type { GroupCommit } from '../../store/group-commit.ts';
import type { Clock } from '../clock.ts';
import type { SchemasRepository } from './repository.ts';

/** What the operations share. */
export interface SchemasParts {
  readonly repository: SchemasRepository;
  /** Every write goes through it: the answer leaves when the write is on disk. */
  readonly commits: GroupCommit;
  readonly clock: Clock;
}
