'use server';

import { runAction } from '@/lib/actions/run-action';
import { disableUser, onNamedAccount } from '@/lib/auth/users';
import type { ActionResult } from '@/lib/domain/console-error';
import { userIdSchema } from '@/lib/forms/user';
import { routes } from '@/lib/routes';

/** Keeps an account and lets nobody in with it. */
export async function disableUserAction(input: { id: string; name: string }): Promise<ActionResult<null>> {
  return runAction(
    {
      role: 'admin',
      schema: userIdSchema,
      audit: 'user.disable',
      operation: 'console:DisableUser',
      target: ({ name }) => name,
      revalidate: () => [routes.users()],
      run: (user) => onNamedAccount(user, () => disableUser(user.id)),
    },
    input,
  );
}
