import 'server-only';
import {
  GetDeploymentsCommand,
  GetStagesCommand,
  type Deployment,
  type Stage,
} from '@aws-sdk/client-apigatewayv2';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { HttpDeployment, HttpStage } from '@/lib/domain/http-api/stage';
import { readPages } from '@/lib/queries/http-parts';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

function stageOf(stage: Stage): HttpStage {
  const settings = stage.DefaultRouteSettings;
  return {
    name: stage.StageName ?? '',
    description: stage.Description ?? '',
    autoDeploy: stage.AutoDeploy ?? false,
    deploymentId: stage.DeploymentId,
    deploymentMessage: stage.LastDeploymentStatusMessage,
    variables: stage.StageVariables ?? {},
    rate: settings?.ThrottlingRateLimit,
    burst: settings?.ThrottlingBurstLimit,
    routeLimits: Object.entries(stage.RouteSettings ?? {}).map(([routeKey, limits]) => ({
      routeKey,
      rate: limits.ThrottlingRateLimit,
      burst: limits.ThrottlingBurstLimit,
    })),
    hasDetailedMetrics: settings?.DetailedMetricsEnabled ?? false,
    logDestination: stage.AccessLogSettings?.DestinationArn ?? '',
    logFormat: stage.AccessLogSettings?.Format ?? '',
    createdAt: stage.CreatedDate?.toISOString(),
    updatedAt: stage.LastUpdatedDate?.toISOString(),
    tags: stage.Tags ?? {},
    isManaged: stage.ApiGatewayManaged ?? false,
  };
}

function deploymentOf(deployment: Deployment): HttpDeployment {
  return {
    id: deployment.DeploymentId ?? '',
    description: deployment.Description ?? '',
    status: deployment.DeploymentStatus ?? '',
    statusMessage: deployment.DeploymentStatusMessage,
    createdAt: deployment.CreatedDate?.toISOString(),
    isAutomatic: deployment.AutoDeployed ?? false,
  };
}

const readStages = cache(
  async (
    connectionId: string,
    region: string,
    apiId: string,
  ): Promise<Result<readonly HttpStage[], ConsoleError>> => {
    await requireUser('viewer');
    try {
      const client = await (await awsFor({ connectionId, region })).apiGatewayV2();
      const stages = await readPages((NextToken) =>
        client.send(new GetStagesCommand({ ApiId: apiId, MaxResults: '100', NextToken })),
      );
      return succeed(stages.map(stageOf).sort((a, b) => a.name.localeCompare(b.name)));
    } catch (error) {
      return refuse(toConsoleError(error, { operation: 'apigateway:GetStages' }));
    }
  },
);

/** Stages of an HTTP API by name; asked once a request. */
export function getHttpStages(
  place: Place,
  apiId: string,
): Promise<Result<readonly HttpStage[], ConsoleError>> {
  return readStages(place.connectionId, place.region, apiId);
}

/** Deployments of an HTTP API, the newest first. */
export async function getHttpDeployments(
  place: Place,
  apiId: string,
): Promise<Result<readonly HttpDeployment[], ConsoleError>> {
  await requireUser('viewer');
  try {
    const client = await (await awsFor(place)).apiGatewayV2();
    const found = await readPages((NextToken) =>
      client.send(new GetDeploymentsCommand({ ApiId: apiId, MaxResults: '100', NextToken })),
    );
    return succeed(
      found.map(deploymentOf).sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? '')),
    );
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'apigateway:GetDeployments' }));
  }
}
