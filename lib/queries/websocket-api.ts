import 'server-only';
import {
  GetDeploymentsCommand,
  GetIntegrationsCommand,
  GetRouteResponsesCommand,
  GetRoutesCommand,
  GetStagesCommand,
  type Integration,
  type Route,
} from '@aws-sdk/client-apigatewayv2';
import type { ConsoleError } from '@/lib/domain/console-error';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import { allPages } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';

/** What a route of a WebSocket API calls. */
export interface SocketIntegration {
  readonly id: string;
  /** AWS's word: `AWS_PROXY`, `AWS`, `HTTP_PROXY`, `HTTP` or `MOCK`. */
  readonly type: string;
  readonly uri: string;
  /** Of a Lambda integration. */
  readonly functionArn: string | undefined;
  readonly method: string;
  readonly timeoutMs: number | undefined;
  readonly passthrough: string;
  readonly contentHandling: string;
  readonly templateSelection: string;
  readonly requestTemplates: Readonly<Record<string, string>>;
  readonly credentials: string;
  readonly connectionId: string;
  readonly responseSelection: string;
}

export interface SocketRoute {
  readonly id: string;
  readonly key: string;
  /** AWS's word: `NONE`, `AWS_IAM` or `CUSTOM`. */
  readonly authorization: string;
  readonly authorizerId: string;
  readonly isKeyRequired: boolean;
  readonly modelSelection: string;
  readonly requestModels: Readonly<Record<string, string>>;
  readonly requestParameters: readonly string[];
  /** Answers of the back end may go to the client; whether they do, `isTwoWayRoute` says. */
  readonly isTwoWay: boolean;
  readonly integration: SocketIntegration | undefined;
}

const reserved = ['$connect', '$disconnect', '$default'];

/** The reserved routes first, in their order, then the others by key. */
function inOrder(a: SocketRoute, b: SocketRoute): number {
  const rank = ({ key }: SocketRoute) => reserved.indexOf(key) + 1 || reserved.length + 1;
  return rank(a) - rank(b) || a.key.localeCompare(b.key);
}

function functionOf(uri: string): string | undefined {
  return (
    /\/functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ??
    (uri.startsWith('arn:aws:lambda:') ? uri : undefined)
  );
}

function integrationView(one: Integration): SocketIntegration {
  const uri = one.IntegrationUri ?? '';
  return {
    id: one.IntegrationId ?? '',
    type: one.IntegrationType ?? '',
    uri,
    functionArn: functionOf(uri),
    method: one.IntegrationMethod ?? '',
    timeoutMs: one.TimeoutInMillis,
    passthrough: one.PassthroughBehavior ?? '',
    contentHandling: one.ContentHandlingStrategy ?? '',
    templateSelection: one.TemplateSelectionExpression ?? '',
    requestTemplates: one.RequestTemplates ?? {},
    credentials: one.CredentialsArn ?? '',
    connectionId: one.ConnectionId ?? '',
    responseSelection: one.IntegrationResponseSelectionExpression ?? '',
  };
}

function routeView(one: Route, integrations: ReadonlyMap<string, SocketIntegration>): SocketRoute {
  return {
    id: one.RouteId ?? '',
    key: one.RouteKey ?? '',
    authorization: one.AuthorizationType ?? 'NONE',
    authorizerId: one.AuthorizerId ?? '',
    isKeyRequired: one.ApiKeyRequired ?? false,
    modelSelection: one.ModelSelectionExpression ?? '',
    requestModels: one.RequestModels ?? {},
    requestParameters: Object.keys(one.RequestParameters ?? {}),
    isTwoWay: (one.RouteResponseSelectionExpression ?? '') !== '',
    integration: integrations.get((one.Target ?? '').replace(/^integrations\//, '')),
  };
}

/** All routes of a WebSocket API with what they call. */
export function listSocketRoutes(
  place: Place,
  apiId: string,
): Promise<Result<readonly SocketRoute[], ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetRoutes', async (aws) => {
    const client = await aws.apiGatewayV2();
    const [routes, integrations] = await Promise.all([
      allPages(async (NextToken) => {
        const output = await client.send(
          new GetRoutesCommand({ ApiId: apiId, NextToken, MaxResults: '500' }),
        );
        return { items: output.Items ?? [], next: output.NextToken };
      }),
      allPages(async (NextToken) => {
        const input = { ApiId: apiId, NextToken, MaxResults: '500' };
        const output = await client.send(new GetIntegrationsCommand(input));
        return { items: output.Items ?? [], next: output.NextToken };
      }),
    ]);
    const views = integrations.map(integrationView);
    const byId = new Map(views.map((view) => [view.id, view]));
    return routes.map((route) => routeView(route, byId)).sort(inOrder);
  });
}

/** Whether answers of the back end go to the client: the route selects a response, and has one. */
export async function isTwoWayRoute(
  place: Place,
  apiId: string,
  route: SocketRoute,
): Promise<Result<boolean, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetRouteResponses', async (aws) => {
    if (!route.isTwoWay) return false;
    const client = await aws.apiGatewayV2();
    const { Items = [] } = await client.send(
      new GetRouteResponsesCommand({ ApiId: apiId, RouteId: route.id }),
    );
    return Items.length > 0;
  });
}

/** Names of the stages of a WebSocket API. */
export function listSocketStages(
  place: Place,
  apiId: string,
): Promise<Result<readonly string[], ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetStages', async (aws) => {
    const client = await aws.apiGatewayV2();
    const stages = await allPages(async (NextToken) => {
      const output = await client.send(new GetStagesCommand({ ApiId: apiId, NextToken, MaxResults: '500' }));
      return { items: output.Items ?? [], next: output.NextToken };
    });
    return stages.map(({ StageName = '' }) => StageName).sort();
  });
}

export interface SocketStage {
  readonly name: string;
  readonly description: string;
  readonly deploymentId: string;
  readonly isAutoDeploy: boolean;
  /** ISO time. */
  readonly updatedAt: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly loggingLevel: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly throttle: { readonly rate: number; readonly burst: number } | undefined;
}

export interface SocketDeployment {
  readonly id: string;
  readonly description: string;
  readonly status: string;
  readonly statusMessage: string;
  /** ISO time. */
  readonly createdAt: string | undefined;
}

/** Stages by name, and deployments, the newest first. */
export function getSocketStages(
  place: Place,
  apiId: string,
): Promise<
  Result<{ stages: readonly SocketStage[]; deployments: readonly SocketDeployment[] }, ConsoleError>
> {
  return readAsViewer(place, 'apigateway:GetStages', async (aws) => {
    const client = await aws.apiGatewayV2();
    const [stages, deployments] = await Promise.all([
      allPages(async (NextToken) => {
        const output = await client.send(
          new GetStagesCommand({ ApiId: apiId, NextToken, MaxResults: '500' }),
        );
        return { items: output.Items ?? [], next: output.NextToken };
      }),
      allPages(async (NextToken) => {
        const input = { ApiId: apiId, NextToken, MaxResults: '500' };
        const output = await client.send(new GetDeploymentsCommand(input));
        return { items: output.Items ?? [], next: output.NextToken };
      }),
    ]);
    return {
      stages: stages
        .map((stage): SocketStage => {
          const settings = stage.DefaultRouteSettings;
          const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = settings ?? {};
          return {
            name: stage.StageName ?? '',
            description: stage.Description ?? '',
            deploymentId: stage.DeploymentId ?? '',
            isAutoDeploy: stage.AutoDeploy ?? false,
            updatedAt: stage.LastUpdatedDate?.toISOString(),
            variables: stage.StageVariables ?? {},
            loggingLevel: settings?.LoggingLevel ?? 'OFF',
            tags: stage.Tags ?? {},
            throttle: rate === undefined || burst === undefined ? undefined : { rate, burst },
          };
        })
        .sort((a, b) => a.name.localeCompare(b.name)),
      deployments: deployments
        .map((one) => ({
          id: one.DeploymentId ?? '',
          description: one.Description ?? '',
          status: one.DeploymentStatus ?? '',
          statusMessage: one.DeploymentStatusMessage ?? '',
          createdAt: one.CreatedDate?.toISOString(),
        }))
        .sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? '')),
    };
  });
}
