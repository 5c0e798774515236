/**
 * Amazon API Gateway V2: HTTP APIs, whose calls `data-plane/http-api` answers, and WebSocket APIs, whose connections
 * `data-plane/websocket-api` serves.
 *
 * Gaps (refused with NotImplemented unless said otherwise)
 * - Private integrations of WebSocket APIs; portals. Of custom domains: mutual TLS.
 * - Routing rules: names of headers that AWS keeps out of conditions are taken here. How many alternatives a condition has
 *   at most, the ARN of a rule, what deleting an API or a stage does to rules that lead to it (here they then answer as a
 *   path that leads nowhere), and the texts are unconfirmed.
 * - Of HTTP APIs: subtypes of services that are not here (AppConfig, Kinesis,
 *   Step Functions).
 * - Kept and shown without effect: detailed metrics of WebSocket APIs, `IpAddressType`, subnets and security groups of VPC links.
 * - `CredentialsArn` is not assumed: a function is then called without asking its policy.
 * - Identity policies: whoever signs with a key of an API's own account may call its AWS_IAM routes.
 * - An issuer is not asked for its discovery document when an authorizer is made, only when a token comes.
 * - Imports take OpenAPI 3.0 alone. A part of a definition that is refused is left out with a warning; so is a route whose
 *   authorizer is refused, since it would be open. Texts of warnings but three are ours. Descriptions of integrations
 *   and the IP address type have no place in an export.
 * - Messages of quotas, targets, VPC links, origins, stage variables and authorizers are ours; AWS's are unconfirmed.
 *
 * By design
 * - A deployment freezes routes, integrations, authorizers, CORS and the switch of the default endpoint together; stage
 *   variables are the stage's own and act at once.
 * - Of automatic deployments that no stage points to, the last ten are kept.
 * - There is no VPC here: a VPC link leads to the base URL in its tag `lambdeck:target`, in place of what is behind it, and
 *   in `lambdeck:target/{last part of an ARN}` for one listener or service alone. Calls keep to the address rules of every
 *   other integration (LAMBDECK_LOOPBACK_INTEGRATIONS); a link without such a tag cannot be reached (503).
 * - `ApiEndpoint` is an address of this endpoint. The tag `_custom_id_` chooses an API's id.
 *
 * Client quirks
 * - Stage names and route keys arrive percent-encoded (`%24default`); the wire layer decodes them.
 */
import type { Database } from '../../store/database.ts';
import { createItemTable, createRestApiRepository, vpcLinkKinds } from '../apigateway/index.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { Service } from '../service.ts';
import { createDirectory, type HttpApiDirectory } from './directory.ts';
import { operations } from './generated/operations.ts';
import type { HttpApiParts } from './parts.ts';
import { createHttpApiRepository } from './repository.ts';

export type { HttpApiDirectory, PublishedApi, PublishedStage } from './directory.ts';
export type {
  Snapshot,
  StoredAuthorizer,
  StoredIntegration,
  StoredIntegrationResponse,
  StoredModel,
  StoredRoute,
  WebSocketSnapshot,
} from './records.ts';

export interface HttpApiService extends Service {
  /** What is deployed, for the data plane. */
  readonly directory: HttpApiDirectory;
  /** For usage plans, which belong to another service. */
  hasSocketStage(
    place: { readonly accountId: string; readonly region: string },
    apiId: string,
    stageName: string,
  ): boolean;
}

export function createHttpApiService(options: {
  readonly database: Database;
  readonly clock: Clock;
}): HttpApiService {
  const repository = createHttpApiRepository(options.database);
  const directory = createDirectory(repository);
  const parts: HttpApiParts = {
    repository,
    domains: createItemTable(options.database, 'domain'),
    mappings: createItemTable(options.database, 'mapping'),
    routingRules: createItemTable(options.database, 'routing-rule'),
    vpcLinks: createItemTable(options.database, vpcLinkKinds.v2),
    vpcLinksV1: createItemTable(options.database, vpcLinkKinds.v1),
    restApis: createRestApiRepository(options.database),
    clock: options.clock,
    changed: directory.forget,
    resetAuthorizers: directory.reset,
  };
  return {
    name: 'apigatewayv2',
    operations: bindOperations(operations, parts),
    directory,
    hasSocketStage({ accountId, region }, apiId, stageName) {
      const api = directory.find(apiId);
      return (
        api?.protocol === 'WEBSOCKET' &&
        api.accountId === accountId &&
        api.region === region &&
        api.stages.has(stageName)
      );
    },
  };
}
