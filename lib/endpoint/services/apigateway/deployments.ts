import type { CreateDeploymentRequest } from '@aws-sdk/client-api-gateway';
import { badRequest, limitExceeded } from './errors.ts';
import { newId } from './identifiers.ts';
import type { RestApiParts } from './parts.ts';
import type { ApiRecord, DeploymentRecord, Snapshot, StoredStage } from './records.ts';
import { limits } from './rules/limits.ts';
import { assertStage, assertStageName, type StageOptions } from './rules/stages.ts';

/** Freezes the API under edit. Call in a transaction with what makes a stage point to it. */
export function deploy(
  parts: RestApiParts,
  api: ApiRecord,
  description: string | undefined,
): DeploymentRecord {
  assertDeployable(api.draft);
  if (parts.repository.listDeployments(api.apiId).length >= limits.deployments) {
    throw limitExceeded(
      `Maximum number of deployments for this API has been reached: ${limits.deployments}. Delete old ones that no stage points to.`,
    );
  }
  const { settings, rootResourceId, resources, models, validators, authorizers, gatewayResponses } =
    api.draft;
  const deployment: DeploymentRecord = {
    id: newId(6),
    description,
    createdMs: parts.clock.now(),
    snapshot: { settings, rootResourceId, resources, models, validators, authorizers, gatewayResponses },
  };
  parts.repository.insertDeployment(api.apiId, deployment);
  return deployment;
}

/** The texts but the first are unconfirmed. */
function assertDeployable(snapshot: Snapshot): void {
  const { policy, endpointConfiguration } = snapshot.settings;
  if (endpointConfiguration.types?.includes('PRIVATE') && !policy)
    throw badRequest("Private REST API doesn't have a resource policy attached to it");
  const methods = Object.values(snapshot.resources).flatMap((resource) => Object.values(resource.methods));
  if (methods.length === 0) throw badRequest("The REST API doesn't contain any methods");
  if (methods.some((method) => !method.methodIntegration))
    throw badRequest('No integration defined for method');
}

/** A new stage, unless the name is taken or there are too many. */
export function addStage(
  parts: RestApiParts,
  api: ApiRecord,
  stageName: string,
  deploymentId: string,
  options: StageOptions,
): StoredStage {
  assertStageName(stageName);
  if (parts.repository.listStages(api.apiId).length >= limits.stages)
    throw limitExceeded(`Maximum number of stages for this API has been reached: ${limits.stages}.`);
  const nowMs = parts.clock.now();
  const stage: StoredStage = {
    deploymentId,
    stageName,
    ...options,
    cacheClusterEnabled: options.cacheClusterEnabled ?? false,
    ...(options.cacheClusterEnabled === true && { cacheClusterSize: options.cacheClusterSize ?? '0.5' }),
    methodSettings: {},
    tracingEnabled: options.tracingEnabled ?? false,
    ...(options.canarySettings && {
      canarySettings: { percentTraffic: 0, useStageCache: false, ...options.canarySettings },
    }),
    createdMs: nowMs,
    updatedMs: nowMs,
  };
  assertStage(stage);
  parts.repository.putStage(api.apiId, stage);
  return stage;
}

/** What a deployment does to the stage it names: makes it, moves it, or becomes its canary. */
export function deployToStage(
  parts: RestApiParts,
  api: ApiRecord,
  deployment: DeploymentRecord,
  input: CreateDeploymentRequest,
): void {
  const { stageName, canarySettings } = input;
  if (stageName === undefined || stageName === '') {
    if (canarySettings)
      throw badRequest(
        `Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is ${stageName ?? 'null'}`,
      );
    return;
  }
  const before = parts.repository.findStage(api.apiId, stageName);
  if (!before) {
    if (canarySettings) {
      throw badRequest(
        `Invalid deployment content specified.Stage ${stageName} must already be created before making a canary release deployment`,
      );
    }
    addStage(parts, api, stageName, deployment.id, {
      description: input.stageDescription,
      cacheClusterEnabled: input.cacheClusterEnabled,
      cacheClusterSize: input.cacheClusterSize,
      variables: input.variables,
      tracingEnabled: input.tracingEnabled,
    });
    return;
  }
  const stage: StoredStage = { ...before, updatedMs: parts.clock.now() };
  // While a canary is on, new deployments to the stage are the canary's.
  if (canarySettings || stage.canarySettings) {
    stage.canarySettings = {
      percentTraffic: canarySettings?.percentTraffic ?? stage.canarySettings?.percentTraffic ?? 0,
      useStageCache: canarySettings?.useStageCache ?? stage.canarySettings?.useStageCache ?? false,
      stageVariableOverrides:
        canarySettings?.stageVariableOverrides ?? stage.canarySettings?.stageVariableOverrides,
      deploymentId: deployment.id,
    };
  } else {
    stage.deploymentId = deployment.id;
    if (input.stageDescription !== undefined) stage.description = input.stageDescription;
    if (input.variables) stage.variables = { ...stage.variables, ...input.variables };
    if (input.tracingEnabled !== undefined) stage.tracingEnabled = input.tracingEnabled;
    if (input.cacheClusterEnabled !== undefined) stage.cacheClusterEnabled = input.cacheClusterEnabled;
    if (input.cacheClusterSize !== undefined) stage.cacheClusterSize = input.cacheClusterSize;
  }
  assertStage(stage);
  parts.repository.putStage(api.apiId, stage);
}
