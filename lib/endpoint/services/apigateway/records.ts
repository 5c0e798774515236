import type {
  ApiKey,
  Authorizer,
  DocumentationPart,
  EndpointConfiguration,
  GatewayResponse,
  Integration,
  IntegrationResponse,
  Method,
  MethodResponse,
  Model,
  RequestValidator,
  RestApi,
  Stage,
  UsagePlan,
} from '@aws-sdk/client-api-gateway';

/** What an API says of itself. Part of every deployment: settings act from the next one on. */
export type ApiSettings = Pick<
  RestApi,
  | 'name'
  | 'description'
  | 'version'
  | 'binaryMediaTypes'
  | 'minimumCompressionSize'
  | 'policy'
  | 'securityPolicy'
  | 'endpointAccessMode'
> & {
  apiKeySource: 'HEADER' | 'AUTHORIZER';
  disableExecuteApiEndpoint: boolean;
  endpointConfiguration: EndpointConfiguration;
};

/** Members as GetIntegration shows them; `httpMethod` is the back end's. */
export type StoredIntegration = Omit<Integration, 'integrationResponses'> & {
  integrationResponses: Record<string, IntegrationResponse>;
};

export type StoredMethod = Omit<Method, 'methodResponses' | 'methodIntegration'> & {
  httpMethod: string;
  methodResponses: Record<string, MethodResponse>;
  methodIntegration?: StoredIntegration | undefined;
};

export interface StoredResource {
  id: string;
  /** Missing of the root alone. */
  parentId?: string | undefined;
  /** One segment, e.g. `pets`, `{id}` or `{proxy+}`; empty of the root. */
  pathPart: string;
  /** From the root, e.g. `/pets/{id}`. */
  path: string;
  /** By verb, `ANY` among them. */
  methods: Record<string, StoredMethod>;
}

export type StoredModel = Model & { id: string; name: string; schema: string; contentType: string };
export type StoredValidator = RequestValidator & { id: string };
export type StoredAuthorizer = Authorizer & { id: string; name: string };
/** Only responses that were changed are kept; all others have their defaults. */
export type StoredGatewayResponse = Omit<GatewayResponse, 'defaultResponse'>;
export type StoredDocumentationPart = DocumentationPart & { id: string };

export interface StoredDocumentationVersion {
  version: string;
  description?: string | undefined;
  createdMs: number;
  parts: Record<string, StoredDocumentationPart>;
}

/** An API as it is deployed: everything that needs a deployment to take effect. */
export interface Snapshot {
  settings: ApiSettings;
  rootResourceId: string;
  /** By id. */
  resources: Record<string, StoredResource>;
  /** By name. */
  models: Record<string, StoredModel>;
  validators: Record<string, StoredValidator>;
  authorizers: Record<string, StoredAuthorizer>;
  /** By type, e.g. `DEFAULT_4XX`. */
  gatewayResponses: Record<string, StoredGatewayResponse>;
}

/** What callers edit. Every read gives a copy of its own, which its reader may change and save. */
export interface ApiDraft extends Snapshot {
  documentationParts: Record<string, StoredDocumentationPart>;
  documentationVersions: Record<string, StoredDocumentationVersion>;
}

export interface ApiRecord {
  accountId: string;
  region: string;
  apiId: string;
  createdMs: number;
  tags: Record<string, string>;
  draft: ApiDraft;
}

export interface DeploymentRecord {
  id: string;
  description?: string | undefined;
  createdMs: number;
  snapshot: Snapshot;
}

export type StoredStage = Omit<Stage, 'createdDate' | 'lastUpdatedDate' | 'cacheClusterStatus'> & {
  stageName: string;
  deploymentId: string;
  createdMs: number;
  updatedMs: number;
};

export type StoredApiKey = Omit<ApiKey, 'createdDate' | 'lastUpdatedDate' | 'stageKeys'> & {
  id: string;
  value: string;
  enabled: boolean;
  createdMs: number;
  updatedMs: number;
};

export type StoredUsagePlan = UsagePlan & { id: string; name: string };

/** A key's membership of a plan. */
export interface StoredPlanKey {
  planId: string;
  keyId: string;
}
