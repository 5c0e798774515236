import type { Clock } from '../clock.ts';
import type { HttpApiRepository } from './repository.ts';

/** What the operations of the service share. */
export interface HttpApiParts {
  readonly repository: HttpApiRepository;
  readonly clock: Clock;
  /** Told after every committed change, so that the data plane reads the API anew. */
  changed(apiId: string): void;
}
