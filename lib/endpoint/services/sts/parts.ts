import type { Clock } from '../clock.ts';
import type { StsRepository } from './repository.ts';

/** What STS's operations share. */
export interface StsParts {
  readonly repository: StsRepository;
  readonly clock: Clock;
}
