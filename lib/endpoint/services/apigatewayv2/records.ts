import type {
  Authorizer,
  Cors,
  Integration,
  IntegrationResponse,
  IntegrationType,
  Model,
  Route,
  RouteResponse,
  Stage,
} from '@aws-sdk/client-apigatewayv2';

export type Protocol = 'HTTP' | 'WEBSOCKET';

/** What callers set on an API; kept in the shape of the SDK. */
export interface ApiSettings {
  readonly Name: string;
  /** Missing in settings that were kept before there was another. */
  readonly ProtocolType?: Protocol;
  readonly Description?: string | undefined;
  readonly Version?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly DisableExecuteApiEndpoint: boolean;
  readonly IpAddressType: 'ipv4' | 'dualstack';
  /** These three are of WebSocket APIs. */
  readonly RouteSelectionExpression?: string | undefined;
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly DisableSchemaValidation?: boolean | undefined;
  readonly Tags: Readonly<Record<string, string>>;
  /** What the last import of a definition said. */
  readonly ImportInfo?: readonly string[] | undefined;
  readonly Warnings?: readonly string[] | undefined;
}

export interface ApiRecord {
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly createdMs: number;
  readonly settings: ApiSettings;
}

export function protocolOf({ settings }: Pick<ApiRecord, 'settings'>): Protocol {
  return settings.ProtocolType ?? 'HTTP';
}

/** Parts of an API, in the shape of the SDK with times in milliseconds. */
export type StoredRoute = Route & { readonly RouteId: string; readonly RouteKey: string };
export type StoredIntegration = Integration & {
  readonly IntegrationId: string;
  readonly IntegrationType: IntegrationType;
  readonly TimeoutInMillis: number;
};
export type StoredStage = Omit<Stage, 'CreatedDate' | 'LastUpdatedDate'> & {
  readonly StageName: string;
  readonly AutoDeploy: boolean;
  readonly createdMs: number;
  readonly updatedMs: number;
};
export type StoredAuthorizer = Authorizer & { readonly AuthorizerId: string; readonly Name: string };
/** These three are of WebSocket APIs; answers know whose they are. */
export type StoredModel = Model & {
  readonly ModelId: string;
  readonly Name: string;
  readonly Schema: string;
};
export type StoredRouteResponse = RouteResponse & {
  readonly RouteId: string;
  readonly RouteResponseId: string;
};
export type StoredIntegrationResponse = IntegrationResponse & {
  readonly IntegrationId: string;
  readonly IntegrationResponseId: string;
  readonly IntegrationResponseKey: string;
};

/** What a deployment froze: later changes do not reach the stages that point to it. */
export interface Snapshot {
  readonly routes: readonly StoredRoute[];
  readonly integrations: readonly StoredIntegration[];
  readonly authorizers: readonly StoredAuthorizer[];
  readonly cors?: Cors | undefined;
  readonly isEndpointDisabled: boolean;
  readonly webSocket?: WebSocketSnapshot | undefined;
}

/** What a deployment of a WebSocket API freezes besides. */
export interface WebSocketSnapshot {
  readonly routeSelectionExpression: string;
  readonly apiKeySelectionExpression: string;
  readonly models: readonly StoredModel[];
  readonly routeResponses: readonly StoredRouteResponse[];
  readonly integrationResponses: readonly StoredIntegrationResponse[];
}

export interface StoredDeployment {
  readonly DeploymentId: string;
  readonly Description?: string | undefined;
  readonly AutoDeployed: boolean;
  readonly createdMs: number;
  readonly snapshot: Snapshot;
}

export interface PartKinds {
  readonly route: StoredRoute;
  readonly integration: StoredIntegration;
  readonly stage: StoredStage;
  readonly deployment: StoredDeployment;
  readonly authorizer: StoredAuthorizer;
  readonly model: StoredModel;
  /** By the route's id, a slash and its own. */
  readonly routeResponse: StoredRouteResponse;
  /** By the integration's id, a slash and its own. */
  readonly integrationResponse: StoredIntegrationResponse;
}
