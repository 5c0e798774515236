import type { ItemTable } from '../apigateway/index.ts';
import type {
  StoredDomainName,
  StoredMapping,
  StoredRoutingRules,
  StoredVpcLink,
  StoredVpcLinkV2,
} from '../apigateway/index.ts';
import type { RestApiRepository } from '../apigateway/index.ts';
import type { Clock } from '../clock.ts';
import type { HttpApiRepository } from './repository.ts';

/** What the operations of the service share. */
export interface HttpApiParts {
  readonly repository: HttpApiRepository;
  /** These three are shared with REST APIs. */
  readonly domains: ItemTable<StoredDomainName>;
  readonly mappings: ItemTable<StoredMapping>;
  readonly routingRules: ItemTable<StoredRoutingRules>;
  readonly vpcLinks: ItemTable<StoredVpcLinkV2>;
  /** Of REST APIs alone; their ARNs have the form of the others. */
  readonly vpcLinksV1: ItemTable<StoredVpcLink>;
  /** For mappings, which lead to those too, and for VPC links, which they use too. */
  readonly restApis: Pick<RestApiRepository, 'findApi' | 'findStage' | 'listLinkUsers'>;
  readonly clock: Clock;
  /** Told after every committed change, so that the data plane reads the API anew. */
  changed(apiId: string): void;
  /** What Lambda authorizers of the stage said before is forgotten. */
  resetAuthorizers(apiId: string, stageName: string): void;
}
