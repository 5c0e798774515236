import 'server-only';
import {
  GetDeploymentCommand,
  GetDeploymentsCommand,
  GetStagesCommand,
  type MethodSetting,
  type Stage,
} from '@aws-sdk/client-api-gateway';
import { cache } from 'react';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { compareVerbs } from '@/lib/domain/rest-api/method';
import {
  settingsDefaults,
  type MethodSettings,
  type RestDeployment,
  type RestStage,
} from '@/lib/domain/rest-api/stage';
import { askRestApi, readAll } from '@/lib/queries/rest-parts';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

function settingsView(setting: MethodSetting): MethodSettings {
  const none = settingsDefaults;
  return {
    metrics: setting.metricsEnabled ?? none.metrics,
    loggingLevel: setting.loggingLevel ?? none.loggingLevel,
    dataTrace: setting.dataTraceEnabled ?? none.dataTrace,
    burst: setting.throttlingBurstLimit ?? none.burst,
    rate: setting.throttlingRateLimit ?? none.rate,
    caching: setting.cachingEnabled ?? none.caching,
    ttlSeconds: setting.cacheTtlInSeconds ?? none.ttlSeconds,
    encrypted: setting.cacheDataEncrypted ?? none.encrypted,
    requireAuthorization: setting.requireAuthorizationForCacheControl ?? none.requireAuthorization,
    strategy: setting.unauthorizedCacheControlHeaderStrategy ?? none.strategy,
  };
}

function stageView(stage: Stage): RestStage {
  const canary = stage.canarySettings;
  return {
    name: stage.stageName ?? '',
    deploymentId: stage.deploymentId ?? '',
    description: stage.description ?? '',
    variables: stage.variables ?? {},
    cacheEnabled: stage.cacheClusterEnabled ?? false,
    cacheSize: stage.cacheClusterSize ?? '',
    cacheStatus: stage.cacheClusterStatus ?? 'NOT_AVAILABLE',
    tracing: stage.tracingEnabled ?? false,
    documentationVersion: stage.documentationVersion ?? '',
    accessLogArn: stage.accessLogSettings?.destinationArn ?? '',
    accessLogFormat: stage.accessLogSettings?.format ?? '',
    webAclArn: stage.webAclArn ?? '',
    clientCertificateId: stage.clientCertificateId ?? '',
    tags: stage.tags ?? {},
    canary: canary
      ? {
          percent: canary.percentTraffic ?? 0,
          deploymentId: canary.deploymentId ?? '',
          overrides: canary.stageVariableOverrides ?? {},
          useStageCache: canary.useStageCache ?? false,
        }
      : null,
    settings: Object.fromEntries(
      Object.entries(stage.methodSettings ?? {}).map(([key, setting]) => [key, settingsView(setting)]),
    ),
    createdAt: stage.createdDate?.toISOString(),
    updatedAt: stage.lastUpdatedDate?.toISOString(),
  };
}

const readStages = cache((connectionId: string, region: string, apiId: string) =>
  askRestApi({ connectionId, region }, 'apigateway:GetStages', async (client) => {
    const output = await client.send(new GetStagesCommand({ restApiId: apiId }));
    return (output.item ?? []).map(stageView).sort((a, b) => a.name.localeCompare(b.name));
  }),
);

/** The stages of a REST API, by name; once a request, as the header asks, too. */
export function getRestStages(
  place: Place,
  apiId: string,
): Promise<Result<readonly RestStage[], ConsoleError>> {
  return readStages(place.connectionId, place.region, apiId);
}

/** All deployments, the newest first. */
export function getRestDeployments(place: Place, apiId: string) {
  return askRestApi(place, 'apigateway:GetDeployments', async (client) => {
    const items = await readAll((position, limit) =>
      client.send(new GetDeploymentsCommand({ restApiId: apiId, position, limit })),
    );
    return items
      .map((item): RestDeployment => ({
        id: item.id ?? '',
        description: item.description ?? '',
        createdAt: item.createdDate?.toISOString(),
      }))
      .sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''));
  });
}

/** A method that a deployment serves. */
export interface DeployedMethod {
  readonly path: string;
  readonly verb: string;
  readonly authorizationType: string;
  readonly apiKeyRequired: boolean;
}

/** The methods of one deployment, by path. */
export function getDeployedMethods(place: Place, apiId: string, deploymentId: string) {
  return askRestApi(place, 'apigateway:GetDeployment', async (client) => {
    const { apiSummary = {} } = await client.send(
      new GetDeploymentCommand({ restApiId: apiId, deploymentId, embed: ['apisummary'] }),
    );
    return Object.entries(apiSummary)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([verb, method]): DeployedMethod => ({
          path,
          verb,
          authorizationType: method.authorizationType ?? 'NONE',
          apiKeyRequired: method.apiKeyRequired ?? false,
        })),
      )
      .sort((a, b) => a.path.localeCompare(b.path) || compareVerbs(a.verb, b.verb));
  });
}

/** One stage, or a failure that says that it is gone. */
export async function getRestStage(
  place: Place,
  apiId: string,
  name: string,
): Promise<Result<RestStage, ConsoleError>> {
  const found = await getRestStages(place, apiId);
  if (!found.ok) return found;
  const stage = found.data.find((one) => one.name === name);
  return stage
    ? succeed(stage)
    : refuse(
        consoleError('not-found', `There is no stage ${name}: it may have been deleted.`, {
          operation: 'apigateway:GetStage',
        }),
      );
}
