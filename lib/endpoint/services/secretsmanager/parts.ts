import type { Clock } from '../clock.ts';
import type { KeyDoor } from '../kms/index.ts';
import type { SecretsRepository } from './repository.ts';

/** What the operations of Secrets Manager share. */
export interface SecretsParts {
  readonly repository: SecretsRepository;
  readonly clock: Clock;
  readonly keys: KeyDoor;
}
