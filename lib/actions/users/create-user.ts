'use server';

import { runAction } from '@/lib/actions/run-action';
import { createUser } from '@/lib/auth/users';
import type { ActionResult } from '@/lib/domain/console-error';
import type { Role } from '@/lib/domain/roles';
import { newUserSchema } from '@/lib/forms/user';
import { routes } from '@/lib/routes';

/** Makes an account with a first password, which the user can change. */
export async function createUserAction(input: {
  name: string;
  role: Role;
  password: string;
}): Promise<ActionResult<{ id: string }>> {
  return runAction(
    {
      role: 'admin',
      schema: newUserSchema,
      audit: 'user.create',
      operation: 'console:CreateUser',
      target: ({ name }) => name,
      details: ({ role }) => ({ role }),
      revalidate: () => [routes.users()],
      run: ({ name, role, password }) => createUser(name, role, password),
    },
    input,
  );
}
