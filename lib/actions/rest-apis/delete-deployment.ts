'use server';

import { DeleteDeploymentCommand } from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { deleteDeploymentSchema } from '@/lib/forms/rest-stages';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';

/** Deletes a deployment that no stage serves; AWS refuses others. */
export async function deleteRestDeploymentAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: deleteDeploymentSchema,
      audit: 'api-deployment.delete',
      operation: 'apigateway:DeleteDeployment',
      details: ({ id }) => ({ deploymentId: id }),
      run: async (client, { apiId, id }) => {
        await client.send(new DeleteDeploymentCommand({ restApiId: apiId, deploymentId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}
