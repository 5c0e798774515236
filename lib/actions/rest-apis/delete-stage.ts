'use server';

import { DeleteStageCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { restStageSchema } from '@/lib/forms/rest-stages';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Deletes a stage: its address stops answering at once. The deployment stays. */
export async function deleteRestStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: restStageSchema,
      audit: 'api-stage.delete',
      operation: 'apigateway:DeleteStage',
      details: ({ stage }) => ({ stage }),
      run: async (client, { apiId, stage }) => {
        await client.send(new DeleteStageCommand({ restApiId: apiId, stageName: stage }));
        return succeed(undefined);
      },
    },
    input,
  );
}
