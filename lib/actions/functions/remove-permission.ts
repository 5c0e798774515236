'use server';

import { RemovePermissionCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { removePermissionSchema } from '@/lib/forms/permission';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Takes one statement out of the resource-based policy. */
export async function removePermissionAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: removePermissionSchema,
      audit: 'function.permission-remove',
      operation: 'lambda:RemovePermission',
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, statementId }) => ({ statementId, ...(qualifier && { qualifier }) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier, statementId }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(
          new RemovePermissionCommand({
            FunctionName: functionName,
            Qualifier: qualifier,
            StatementId: statementId,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
