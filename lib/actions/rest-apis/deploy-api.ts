'use server';

import { CreateDeploymentCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { deployRestApiSchema } from '@/lib/forms/rest-stages';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Takes a snapshot of the API and puts it on a stage, a new one or one that is there; in part as its canary. */
export async function deployRestApiAction(
  input: unknown,
): Promise<ActionResult<{ readonly deploymentId: string }>> {
  return changeRestApi(
    {
      schema: deployRestApiSchema,
      audit: 'api.deploy',
      operation: 'apigateway:CreateDeployment',
      fields: { stageName: 'stage', description: 'description' },
      details: ({ stage, isNew, canaryPercent }, data) => ({
        stage,
        isNew,
        canaryPercent,
        deploymentId: data?.deploymentId ?? null,
      }),
      run: async (client, { apiId, stage, description, canaryPercent }) => {
        const { id = '' } = await client.send(
          new CreateDeploymentCommand({
            restApiId: apiId,
            stageName: stage,
            ...(description && { description }),
            ...(canaryPercent !== null && { canarySettings: { percentTraffic: canaryPercent } }),
          }),
        );
        return succeed({ deploymentId: id });
      },
    },
    input,
  );
}
