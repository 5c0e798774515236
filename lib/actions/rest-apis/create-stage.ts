'use server';

import { CreateStageCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { createStageSchema } from '@/lib/forms/rest-stages';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** A further stage for a deployment that is there. */
export async function createRestStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: createStageSchema,
      audit: 'api-stage.create',
      operation: 'apigateway:CreateStage',
      details: ({ stage, deploymentId }) => ({ stage, deploymentId }),
      run: async (client, { apiId, stage, deploymentId, description }) => {
        await client.send(
          new CreateStageCommand({
            restApiId: apiId,
            stageName: stage,
            deploymentId,
            ...(description && { description }),
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
