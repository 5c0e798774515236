'use server';

import {
  CreateDeploymentCommand,
  CreateStageCommand,
  DeleteAccessLogSettingsCommand,
  DeleteRouteSettingsCommand,
  GetStageCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import type { ActionResult } from '@/lib/domain/console-error';
import { deploySchema, moveStageSchema, saveStageSchema, stageToInput } from '@/lib/forms/http-api-settings';
import { succeed } from '@/lib/shared/result';
import { changeHttpApi } from './change-http-api';

const fields = {
  stageVariables: 'variables',
  'accessLogSettings.destinationArn': 'logDestination',
  'accessLogSettings.format': 'logFormat',
  accessLogSettings: 'logDestination',
  routeSettings: 'routeLimits',
};

/** Creates or changes a stage. What its form emptied is taken away by the calls that AWS has for it. */
export async function saveHttpStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: saveStageSchema,
      audit: 'api-stage.update',
      operation: 'apigateway:UpdateStage',
      fields,
      details: ({ stageName, values }) => ({
        stageName,
        autoDeploy: values.autoDeploy,
        variables: Object.keys(values.variables),
      }),
      run: async (client, { apiId, isNew, stageName, values }) => {
        const stage = { ApiId: apiId, StageName: stageName };
        const wire = { ...stage, ...stageToInput(values) };
        if (isNew) {
          await client.send(new CreateStageCommand(wire));
          return succeed(undefined);
        }
        const before = await client.send(new GetStageCommand(stage));
        // A variable that is left out stays; an empty one goes.
        const gone = Object.keys(before.StageVariables ?? {}).filter((name) => !(name in values.variables));
        await client.send(
          new UpdateStageCommand({
            ...wire,
            StageVariables: { ...values.variables, ...Object.fromEntries(gone.map((name) => [name, ''])) },
          }),
        );
        for (const key of Object.keys(before.RouteSettings ?? {}))
          if (!(key in values.routeLimits))
            await client.send(new DeleteRouteSettingsCommand({ ...stage, RouteKey: key }));
        if (before.AccessLogSettings?.DestinationArn && values.logDestination === '')
          await client.send(new DeleteAccessLogSettingsCommand(stage));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Freezes the API as it stands; a stage that is named answers by it at once. */
export async function deployHttpApiAction(
  input: unknown,
): Promise<ActionResult<{ readonly deploymentId: string }>> {
  return changeHttpApi(
    {
      schema: deploySchema,
      audit: 'api.deploy',
      operation: 'apigateway:CreateDeployment',
      details: ({ stageName, description }) => ({ description, ...(stageName && { stageName }) }),
      run: async (client, { apiId, description, stageName }) => {
        const { DeploymentId = '' } = await client.send(
          new CreateDeploymentCommand({ ApiId: apiId, Description: description, StageName: stageName }),
        );
        return succeed({ deploymentId: DeploymentId });
      },
    },
    input,
  );
}

/** Lets a stage answer by another deployment. Refused by AWS for stages that deploy automatically. */
export async function moveHttpStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: moveStageSchema,
      audit: 'api-stage.update',
      operation: 'apigateway:UpdateStage',
      details: ({ stageName, deploymentId }) => ({ stageName, deploymentId }),
      run: async (client, { apiId, stageName, deploymentId }) => {
        await client.send(
          new UpdateStageCommand({ ApiId: apiId, StageName: stageName, DeploymentId: deploymentId }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
