import type { Clock } from '../clock.ts';
import type { KeyDoor } from '../kms/index.ts';
import type { ParametersRepository } from './repository.ts';

/** What the operations of Parameter Store share. */
export interface SsmParts {
  readonly repository: ParametersRepository;
  readonly clock: Clock;
  readonly keys: KeyDoor;
}
