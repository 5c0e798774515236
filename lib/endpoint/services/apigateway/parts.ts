import type {
  BasePathMapping,
  DomainName,
  TestInvokeAuthorizerRequest,
  TestInvokeAuthorizerResponse,
  TestInvokeMethodRequest,
  TestInvokeMethodResponse,
  VpcLink,
} from '@aws-sdk/client-api-gateway';
import type { Clock } from '../clock.ts';
import type { RequestContext } from '../service.ts';
import type { ItemTable, UsageRepository } from './items-repository.ts';
import type { ApiRecord, StoredApiKey, StoredPlanKey, StoredUsagePlan } from './records.ts';
import type { RestApiRepository } from './repository.ts';

/** Settings of an account in a Region. */
export interface StoredAccount {
  cloudwatchRoleArn?: string | undefined;
}

export type StoredDomainName = Omit<DomainName, 'certificateUploadDate'> & {
  domainName: string;
  createdMs: number;
};

/** How AWS writes the base path of a mapping that has none. */
export const noBasePath = '(none)';

/** Of APIs of every kind, in spite of the id's name; several segments only where API Gateway V2 made it. */
export type StoredMapping = BasePathMapping & {
  domainName: string;
  basePath: string;
  restApiId: string;
  /** Where API Gateway V2 gave one. */
  mappingId?: string;
};

/** A condition holds when one of its alternatives does. */
export type StoredCondition =
  | { readonly kind: 'headers'; readonly anyOf: readonly { readonly name: string; readonly glob: string }[] }
  | { readonly kind: 'basePaths'; readonly anyOf: readonly string[] };

/** Made by API Gateway V2; leads to stages of REST APIs alone. */
export interface StoredRoutingRule {
  readonly id: string;
  readonly priority: number;
  readonly conditions: readonly StoredCondition[];
  readonly action: { readonly apiId: string; readonly stage: string; readonly stripBasePath: boolean };
}

/** All rules of a domain, by priority: each request to it needs all of them. */
export interface StoredRoutingRules {
  readonly domainName: string;
  readonly rules: readonly StoredRoutingRule[];
}

export type StoredVpcLink = VpcLink & { id: string; name: string };

/** A link of API Gateway V2, which integrations of REST APIs may use as well; in the shape of its SDK but for the time. */
export interface StoredVpcLinkV2 {
  readonly VpcLinkId: string;
  readonly Name: string;
  readonly SubnetIds: readonly string[];
  readonly SecurityGroupIds: readonly string[];
  readonly Tags: Readonly<Record<string, string>>;
  readonly createdMs: number;
}

/** What back ends of HTTP know the gateway by. */
export interface StoredClientCertificate {
  readonly id: string;
  description: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdMs: number;
  /** PEM, as the private key, which is told to nobody. */
  readonly cert: string;
  readonly key: string;
}

/** Runs a method or an authorizer of an API under edit as the console's test does; made by the data plane. */
export interface Tester {
  method(
    api: ApiRecord,
    input: TestInvokeMethodRequest,
    context: RequestContext,
  ): Promise<TestInvokeMethodResponse>;
  authorizer(
    api: ApiRecord,
    input: TestInvokeAuthorizerRequest,
    context: RequestContext,
  ): Promise<TestInvokeAuthorizerResponse>;
}

export interface Items {
  readonly keys: ItemTable<StoredApiKey>;
  readonly plans: ItemTable<StoredUsagePlan>;
  readonly planKeys: ItemTable<StoredPlanKey>;
  readonly domains: ItemTable<StoredDomainName>;
  readonly mappings: ItemTable<StoredMapping>;
  /** By the name of the domain. */
  readonly routingRules: ItemTable<StoredRoutingRules>;
  readonly vpcLinks: ItemTable<StoredVpcLink>;
  /** These belong to API Gateway V2. */
  readonly vpcLinksV2: ItemTable<StoredVpcLinkV2>;
  readonly clientCertificates: ItemTable<StoredClientCertificate>;
  readonly accounts: ItemTable<StoredAccount>;
}

/** What the operations of the service share. */
export interface RestApiParts {
  readonly repository: RestApiRepository;
  readonly items: Items;
  readonly usage: UsageRepository;
  readonly clock: Clock;
  /** Filled in when the data plane is made; without one, tests are refused. */
  readonly tester: { current: Tester | undefined };
  hasSocketStage(
    place: Pick<RequestContext, 'accountId' | 'region'>,
    apiId: string,
    stageName: string,
  ): boolean;
  /** Told after every committed change, so that the data plane reads the API anew. */
  changed(apiId: string): void;
  /** Told after a change of keys, plans or domains. */
  itemsChanged(): void;
  /** Empties a stage's cache of answers, or of authorizers' results. */
  flush(apiId: string, stageName: string, what: 'data' | 'authorizers'): void;
}
