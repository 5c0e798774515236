'use server';

import { runAction } from '@/lib/actions/run-action';
import { onNamedAccount, setUserRole } from '@/lib/auth/users';
import type { ActionResult } from '@/lib/domain/console-error';
import type { Role } from '@/lib/domain/roles';
import { userRoleSchema } from '@/lib/forms/user';
import { routes } from '@/lib/routes';

/** Gives a user another role; a weaker one ends their sessions. */
export async function setUserRoleAction(input: {
  id: string;
  name: string;
  role: Role;
}): Promise<ActionResult<null>> {
  return runAction(
    {
      role: 'admin',
      schema: userRoleSchema,
      audit: 'user.role-update',
      operation: 'console:SetUserRole',
      target: ({ name }) => name,
      details: ({ role }) => ({ role }),
      revalidate: () => [routes.users()],
      run: ({ role, ...user }) => onNamedAccount(user, () => setUserRole(user.id, role)),
    },
    input,
  );
}
