'use server';

import { PutRuntimeManagementConfigCommand } from '@aws-sdk/client-lambda';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { managementMemberFields, managementToInput, runtimeManagementSchema } from '@/lib/forms/runtime';
import { getRuntimeManagement } from '@/lib/queries/runtime';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'lambda:PutRuntimeManagementConfig';

/** Saves when the runtime's own version changes, of a function or of a version. */
export async function updateRuntimeManagementAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: runtimeManagementSchema,
      audit: 'function.runtime-update',
      operation,
      fields: managementMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ values, qualifier }) => ({ ...values, ...(qualifier && { qualifier }) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async (change): Promise<ActionResult<undefined>> => {
        const { place, functionName, qualifier, revisionId } = change;
        const found = await getRuntimeManagement(place, functionName, qualifier);
        const obstacle = changedMeanwhile(revisionId, found, operation);
        if (obstacle) return refuse(obstacle);
        const { lambda } = await awsFor(place);
        await lambda.send(new PutRuntimeManagementConfigCommand(managementToInput(change)));
        return succeed(undefined);
      },
    },
    input,
  );
}
