'use server';

import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { addPermissionSchema, permissionMemberFields, permissionToInput } from '@/lib/forms/permission';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Adds one statement to the resource-based policy. `conflict` when its id is taken. */
export async function addPermissionAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: addPermissionSchema,
      audit: 'function.permission-add',
      operation: 'lambda:AddPermission',
      fields: permissionMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, values }) => ({ ...values, ...(qualifier && { qualifier }) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ place, functionName, qualifier, values }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(new AddPermissionCommand(permissionToInput(functionName, qualifier, values)));
        return succeed(undefined);
      },
    },
    input,
  );
}
