import type { Clock } from '../clock.ts';
import type { Ec2Repository } from './repository.ts';

/** What EC2's operations share. */
export interface Ec2Parts {
  readonly repository: Ec2Repository;
  readonly clock: Clock;
}
