/**
 * Amazon API Gateway: REST APIs. `data-plane/rest-api` answers calls to them and tests their methods and authorizers.
 *
 * Gaps (refused with NotImplemented unless said otherwise)
 * - SDK generation; access associations of private domains.
 * - Integrations of AWS services that this endpoint does not have are kept and deployed, so that whole definitions can be
 *   imported, and get 501 NotImplemented as the service's answer.
 * - Response streaming of HTTP_PROXY, back ends with certificates that are not verified, access logs to Firehose.
 * - Of custom domains: mutual TLS, and private ones.
 * - `securityPolicy` and `endpointAccessMode` are kept and shown without effect: this endpoint speaks plain HTTP.
 *   So are `ipAddressType`, `cacheDataEncrypted` (the cache rests in memory) and
 *   the size of cache clusters.
 * - Control-plane rates are not enforced.
 * - Texts of quotas, of what cannot be deployed and of wrong authorizers are ours; AWS's are unconfirmed.
 *
 * By design
 * - Client certificates are of the curve P-256, where AWS's are of RSA, and sign themselves, as AWS's do.
 * - A deployment is a copy of the API under edit. Stages, keys, usage plans, domains and the account act at once.
 * - There is no VPC here: a VPC link leads to the base URL in its tag `lambdeck:target`, in place of its load balancer, and
 *   in `lambdeck:target/{last part of an ARN}` for one listener alone. Calls keep to the address rules of every other
 *   integration (LAMBDECK_LOOPBACK_INTEGRATIONS); a link without such a tag answers as an unreachable network does. The
 *   integration's address gives Host, path and the name in the certificate; the target says whether TLS is spoken.
 * - Cache clusters, VPC links and domain names are there as soon as they are asked for. A domain answers under its own
 *   name, where that is an allowed host, and under `{name}.localhost`; under both, what is signed for another service than
 *   `execute-api` stays an operation of this endpoint.
 * - VPC endpoints of private APIs are taken as given here; calls come only through those that EC2 has.
 * - The tag `_custom_id_` chooses an API's id, as with HTTP APIs.
 *
 * Client quirks
 * - Lists answer under `item`; patch values are always texts; JSON pointers write a path's slashes as `~1`.
 */
import type { Database } from '../../store/database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { Service } from '../service.ts';
import { withFrontEnd } from './front-end.ts';
import { createDirectory, type RestApiDirectory } from './directory.ts';
import { operations } from './generated/operations.ts';
import { createItemTable, createUsageRepository } from './items-repository.ts';
import { vpcLinkKinds } from './link-targets.ts';
import type { Items, RestApiParts, Tester } from './parts.ts';
import { createRestApiRepository } from './repository.ts';

export type { DomainTarget } from './domain-routes.ts';
export type {
  ClientIdentity,
  FlushRequest,
  KeyWithPlans,
  PublishedRestApi,
  PublishedRestStage,
  RestApiDirectory,
} from './directory.ts';
// HTTP and WebSocket APIs keep their domains and mappings in the same tables.
export { createItemTable, type ItemTable, type UsageDay } from './items-repository.ts';
export {
  assertTargets,
  createVpcLinkDirectory,
  targetTag,
  vpcLinkKinds,
  type LinkTarget,
  type VpcLinkDirectory,
} from './link-targets.ts';
export { sampleTemplate } from './model-schema.ts';
export {
  noBasePath,
  type StoredDomainName,
  type StoredCondition,
  type StoredMapping,
  type StoredRoutingRule,
  type StoredRoutingRules,
  type StoredVpcLink,
  type StoredVpcLinkV2,
  type Tester,
} from './parts.ts';
export type * from './records.ts';
export { createRestApiRepository, type RestApiRepository } from './repository.ts';
export { showGatewayResponse } from './rules/gateway-responses.ts';

export interface RestApiService extends Service {
  /** What is deployed, for the data plane. */
  readonly directory: RestApiDirectory;
  /** The data plane says how methods and authorizers are tested. */
  setTester(tester: Tester): void;
}

export function createRestApiService(options: {
  readonly database: Database;
  readonly clock: Clock;
  /** Whether a WebSocket API has a stage: usage plans may name those, too. */
  readonly hasSocketStage?: RestApiParts['hasSocketStage'];
}): RestApiService {
  const { database, clock } = options;
  const repository = createRestApiRepository(database);
  const items: Items = {
    keys: createItemTable(database, 'key'),
    plans: createItemTable(database, 'plan'),
    planKeys: createItemTable(database, 'plan-key'),
    domains: createItemTable(database, 'domain'),
    mappings: createItemTable(database, 'mapping'),
    routingRules: createItemTable(database, 'routing-rule'),
    vpcLinks: createItemTable(database, vpcLinkKinds.v1),
    vpcLinksV2: createItemTable(database, vpcLinkKinds.v2),
    clientCertificates: createItemTable(database, 'client-certificate'),
    accounts: createItemTable(database, 'account'),
  };
  const usage = createUsageRepository(database);
  const published = createDirectory(repository, items, usage);
  const parts: RestApiParts = {
    repository,
    items,
    usage,
    clock,
    tester: { current: undefined },
    hasSocketStage: options.hasSocketStage ?? (() => false),
    changed: published.changed,
    itemsChanged: published.itemsChanged,
    flush: (apiId, stageName, what) => published.flush({ apiId, stageName, what }),
  };
  return {
    name: 'apigateway',
    operations: withFrontEnd(bindOperations(operations, parts)),
    directory: published.directory,
    setTester(tester) {
      parts.tester.current = tester;
    },
  };
}
