'use server';

import {
  CreateDeploymentCommand,
  CreateStageCommand,
  DeleteStageCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { deploySocketSchema, oneSocketStageSchema } from '@/lib/forms/socket-route';
import { listSocketStages } from '@/lib/queries/websocket-api';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deploys the routes as they are to a stage; one that is not there yet is made. */
export async function deploySocketApiAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deploySocketSchema,
      audit: 'api.deploy',
      operation: 'apigateway:CreateDeployment',
      fields: { stageName: 'stage', description: 'description' },
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place, apiId }) => [routes.webSocketApi(place, apiId, 'stages')],
      run: async ({ place, apiId, values }): Promise<ActionResult<undefined>> => {
        const stages = await listSocketStages(place, apiId);
        if (!stages.ok) return stages;
        const client = await (await awsFor(place)).apiGatewayV2();
        const { DeploymentId } = await client.send(
          new CreateDeploymentCommand({ ApiId: apiId, Description: values.description || undefined }),
        );
        const stage = { ApiId: apiId, StageName: values.stage, DeploymentId };
        if (stages.data.includes(values.stage)) await client.send(new UpdateStageCommand(stage));
        else await client.send(new CreateStageCommand(stage));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Deletes a stage; its connections close and its address is gone. */
export async function deleteSocketStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: oneSocketStageSchema,
      audit: 'api-stage.delete',
      operation: 'apigateway:DeleteStage',
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: ({ stage }) => ({ stage }),
      revalidate: ({ place, apiId }) => [routes.webSocketApi(place, apiId, 'stages')],
      run: async ({ place, apiId, stage }) => {
        const client = await (await awsFor(place)).apiGatewayV2();
        await client.send(new DeleteStageCommand({ ApiId: apiId, StageName: stage }));
        return succeed(undefined);
      },
    },
    input,
  );
}
