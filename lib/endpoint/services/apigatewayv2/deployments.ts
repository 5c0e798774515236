import type { Deployment } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from './errors.ts';
import { newId } from './identifiers.ts';
import type { HttpApiParts } from './parts.ts';
import {
  protocolOf,
  type ApiRecord,
  type Snapshot,
  type StoredDeployment,
  type WebSocketSnapshot,
} from './records.ts';
import { assertModels } from './rules/model.ts';

/** Recorded; also the status message of a stage that would deploy by itself and cannot. */
export const noRoutes = 'Unable to deploy API because no routes exist in this API';

/** Automatic deployments that no stage points to any more and that are kept for a look back. */
const oldAutomaticMax = 10;

/** The API as it is now, as a deployment would freeze it. */
export function takeSnapshot({ repository }: HttpApiParts, apiId: string): Snapshot {
  const api = repository.findApi(apiId);
  return {
    routes: repository.listParts(apiId, 'route'),
    integrations: repository.listParts(apiId, 'integration'),
    authorizers: repository.listParts(apiId, 'authorizer'),
    cors: api?.settings.CorsConfiguration,
    isEndpointDisabled: api?.settings.DisableExecuteApiEndpoint ?? false,
    webSocket: api && protocolOf(api) === 'WEBSOCKET' ? webSocketPart(repository, api) : undefined,
  };
}

function webSocketPart(
  repository: HttpApiParts['repository'],
  { apiId, settings }: ApiRecord,
): WebSocketSnapshot {
  const models = repository.listParts(apiId, 'model');
  if (settings.DisableSchemaValidation !== true) assertModels(models);
  return {
    routeSelectionExpression: settings.RouteSelectionExpression ?? '',
    apiKeySelectionExpression: settings.ApiKeySelectionExpression ?? '',
    models,
    routeResponses: repository.listParts(apiId, 'routeResponse'),
    integrationResponses: repository.listParts(apiId, 'integrationResponse'),
  };
}

/** Freezes the API as it is now. The caller holds the transaction. */
export function deploy(
  parts: HttpApiParts,
  apiId: string,
  options: { readonly description?: string | undefined; readonly isAutomatic?: boolean } = {},
): StoredDeployment {
  const snapshot = takeSnapshot(parts, apiId);
  if (snapshot.routes.length === 0) throw badRequest(noRoutes);
  const deployment: StoredDeployment = {
    DeploymentId: newId(6),
    Description: options.description,
    AutoDeployed: options.isAutomatic ?? false,
    createdMs: parts.clock.now(),
    snapshot,
  };
  parts.repository.putPart(apiId, 'deployment', deployment.DeploymentId, deployment);
  return deployment;
}

/** Gives the stages that deploy by themselves a new deployment to point to. */
export function deployAutomatically(parts: HttpApiParts, apiId: string): void {
  const { repository, clock } = parts;
  const stages = repository.listParts(apiId, 'stage').filter((stage) => stage.AutoDeploy);
  if (stages.length === 0) return;
  if (repository.listParts(apiId, 'route').length === 0) {
    for (const stage of stages) {
      const changed = { ...stage, LastDeploymentStatusMessage: noRoutes };
      repository.putPart(apiId, 'stage', stage.StageName, changed);
    }
    return;
  }
  const { DeploymentId } = deploy(parts, apiId, {
    description: 'Automatic deployment triggered by changes to the Api configuration',
    isAutomatic: true,
  });
  for (const stage of stages) {
    repository.putPart(apiId, 'stage', stage.StageName, {
      ...stage,
      DeploymentId,
      LastDeploymentStatusMessage: `Successfully deployed stage with deployment ID '${DeploymentId}'`,
      updatedMs: clock.now(),
    });
  }
  forgetOldAutomatic(parts, apiId);
}

function forgetOldAutomatic({ repository }: HttpApiParts, apiId: string): void {
  const used = new Set(repository.listParts(apiId, 'stage').map((stage) => stage.DeploymentId));
  const old = repository
    .listParts(apiId, 'deployment')
    .filter(({ AutoDeployed, DeploymentId }) => AutoDeployed && !used.has(DeploymentId))
    .sort((one, other) => other.createdMs - one.createdMs);
  for (const { DeploymentId } of old.slice(oldAutomaticMax))
    repository.deletePart(apiId, 'deployment', DeploymentId);
}

export function describeDeployment(deployment: StoredDeployment): Deployment {
  const { DeploymentId, Description, AutoDeployed, createdMs } = deployment;
  return {
    DeploymentId,
    Description,
    AutoDeployed,
    CreatedDate: new Date(createdMs),
    DeploymentStatus: 'DEPLOYED',
  };
}
