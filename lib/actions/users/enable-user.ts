'use server';

import { runAction } from '@/lib/actions/run-action';
import { enableUser, onNamedAccount } from '@/lib/auth/users';
import type { ActionResult } from '@/lib/domain/console-error';
import { userIdSchema } from '@/lib/forms/user';
import { routes } from '@/lib/routes';

/** Lets a disabled account in again. */
export async function enableUserAction(input: { id: string; name: string }): Promise<ActionResult<null>> {
  return runAction(
    {
      role: 'admin',
      schema: userIdSchema,
      audit: 'user.enable',
      operation: 'console:EnableUser',
      target: ({ name }) => name,
      revalidate: () => [routes.users()],
      run: (user) => onNamedAccount(user, () => enableUser(user.id)),
    },
    input,
  );
}
