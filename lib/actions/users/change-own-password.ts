'use server';

import { headers } from 'next/headers';
import { runAction } from '@/lib/actions/run-action';
import { changeOwnPassword } from '@/lib/auth/change-password';
import type { ActionResult } from '@/lib/domain/console-error';
import { ownPasswordSchema } from '@/lib/forms/user';

/** Changes the password of whoever is signed in, and ends their sessions elsewhere. */
export async function changeOwnPasswordAction(input: {
  current: string;
  password: string;
}): Promise<ActionResult<null>> {
  return runAction(
    {
      role: 'viewer',
      schema: ownPasswordSchema,
      audit: 'password.change',
      operation: 'console:ChangePassword',
      run: async ({ current, password }, user) =>
        changeOwnPassword(user, { current, password, headers: await headers() }),
    },
    input,
  );
}
