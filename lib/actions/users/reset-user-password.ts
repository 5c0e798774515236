'use server';

import { runAction } from '@/lib/actions/run-action';
import { onNamedAccount, resetUserPassword } from '@/lib/auth/users';
import type { ActionResult } from '@/lib/domain/console-error';
import { userPasswordSchema } from '@/lib/forms/user';
import { routes } from '@/lib/routes';

/** Gives a user a new password and ends their sessions. */
export async function resetUserPasswordAction(input: {
  id: string;
  name: string;
  password: string;
}): Promise<ActionResult<null>> {
  return runAction(
    {
      role: 'admin',
      schema: userPasswordSchema,
      audit: 'user.password-reset',
      operation: 'console:ResetPassword',
      target: ({ name }) => name,
      revalidate: () => [routes.users()],
      run: ({ password, ...user }) => onNamedAccount(user, () => resetUserPassword(user.id, password)),
    },
    input,
  );
}
