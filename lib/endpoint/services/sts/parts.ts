import type { Clock } from '../clock.ts';
import type { EnvironmentSessions } from './environment-sessions.ts';
import type { StsRepository } from './repository.ts';

/** What STS's operations share. */
export interface StsParts {
  readonly repository: StsRepository;
  readonly environments: EnvironmentSessions;
  readonly clock: Clock;
}
