import type { Clock } from '../clock.ts';
import type { NetworkDoor } from '../ec2/index.ts';
import type { Folders } from './folders.ts';
import type { EfsRepository } from './repository.ts';

/** What EFS's operations share. */
export interface EfsParts {
  readonly repository: EfsRepository;
  readonly clock: Clock;
  readonly networks: NetworkDoor;
  readonly folders: Folders;
}
