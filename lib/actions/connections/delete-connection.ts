'use server';

import { runAction } from '@/lib/actions/run-action';
import { deleteConnection } from '@/lib/connections/store';
import type { ActionResult } from '@/lib/domain/console-error';
import { connectionIdSchema } from '@/lib/forms/connection';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes a connection and the keys stored for it. Nothing in AWS is touched. */
export async function deleteConnectionAction(input: { id: string }): Promise<ActionResult<null>> {
  return runAction(
    {
      role: 'admin',
      schema: connectionIdSchema,
      audit: 'connection.delete',
      operation: 'console:DeleteConnection',
      target: ({ id }) => id,
      revalidate: () => [routes.connections()],
      run: ({ id }) => {
        deleteConnection(id);
        return Promise.resolve(succeed(null));
      },
    },
    input,
  );
}
