import type { Clock } from '../clock.ts';
import type { KmsRepository } from './repository.ts';

/** What KMS's operations share. */
export interface KmsParts {
  readonly repository: KmsRepository;
  readonly clock: Clock;
  /** Wraps the material of every key. */
  readonly rootKey: Uint8Array;
}
