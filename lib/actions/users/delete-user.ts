'use server';

import { runAction } from '@/lib/actions/run-action';
import { deleteUser, onNamedAccount } from '@/lib/auth/users';
import type { ActionResult } from '@/lib/domain/console-error';
import { userIdSchema } from '@/lib/forms/user';
import { routes } from '@/lib/routes';

/** Deletes an account, its sessions and its private test events. */
export async function deleteUserAction(input: { id: string; name: string }): Promise<ActionResult<null>> {
  return runAction(
    {
      role: 'admin',
      schema: userIdSchema,
      audit: 'user.delete',
      operation: 'console:DeleteUser',
      target: ({ name }) => name,
      revalidate: () => [routes.users()],
      run: (user) => onNamedAccount(user, () => deleteUser(user.id)),
    },
    input,
  );
}
