import type { ItemTable } from '../apigateway/index.ts';
import type { StoredDomainName, StoredMapping } from '../apigateway/index.ts';
import type { RestApiRepository } from '../apigateway/index.ts';
import type { Clock } from '../clock.ts';
import type { HttpApiRepository } from './repository.ts';

/** What the operations of the service share. */
export interface HttpApiParts {
  readonly repository: HttpApiRepository;
  /** These two are shared with REST APIs. */
  readonly domains: ItemTable<StoredDomainName>;
  readonly mappings: ItemTable<StoredMapping>;
  /** For mappings, which lead to those too. */
  readonly restApis: Pick<RestApiRepository, 'findApi' | 'findStage'>;
  readonly clock: Clock;
  /** Told after every committed change, so that the data plane reads the API anew. */
  changed(apiId: string): void;
}
