import type { Authorizer, Cors, Integration, Route, Stage } from '@aws-sdk/client-apigatewayv2';

/** What callers set on an API; kept in the shape of the SDK. */
export interface ApiSettings {
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly Version?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly DisableExecuteApiEndpoint: boolean;
  readonly IpAddressType: 'ipv4' | 'dualstack';
  readonly Tags: Readonly<Record<string, string>>;
}

export interface ApiRecord {
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly createdMs: number;
  readonly settings: ApiSettings;
}

/** Parts of an API, in the shape of the SDK with times in milliseconds. */
export type StoredRoute = Route & { readonly RouteId: string; readonly RouteKey: string };
export type StoredIntegration = Integration & {
  readonly IntegrationId: string;
  readonly IntegrationType: 'AWS_PROXY' | 'HTTP_PROXY';
  readonly IntegrationUri: string;
  readonly PayloadFormatVersion: '1.0' | '2.0';
  readonly TimeoutInMillis: number;
};
export type StoredStage = Omit<Stage, 'CreatedDate' | 'LastUpdatedDate'> & {
  readonly StageName: string;
  readonly AutoDeploy: boolean;
  readonly createdMs: number;
  readonly updatedMs: number;
};
export type StoredAuthorizer = Authorizer & { readonly AuthorizerId: string; readonly Name: string };

/** What a deployment froze: later changes do not reach the stages that point to it. */
export interface Snapshot {
  readonly routes: readonly StoredRoute[];
  readonly integrations: readonly StoredIntegration[];
  readonly authorizers: readonly StoredAuthorizer[];
  readonly cors?: Cors | undefined;
  readonly isEndpointDisabled: boolean;
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
}
