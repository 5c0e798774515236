import 'server-only';
import { isAccountPassword, readSessionToken, setAccountPassword } from '@/lib/auth/better-auth';
import { countSignInFailure, forgetSignInFailures, isAddressBlocked } from '@/lib/auth/sign-in-limit';
import { isSignInRequired } from '@/lib/auth/sign-in-required';
import type { User } from '@/lib/auth/user';
import { endSessions, findAccount } from '@/lib/auth/users';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/**
 * Replaces the caller's password after asking for the present one, and ends the sessions on other devices.
 * Whoever sits at an open session may not guess without end: twenty tries in five minutes.
 */
export async function changeOwnPassword(
  user: User,
  input: { current: string; password: string; headers: Headers },
): Promise<Result<null, ConsoleError>> {
  if (!isSignInRequired()) {
    const message =
      'Nobody signs in to this console, so there is no password. Start it with LAMBDECK_ADMIN_PASSWORD first.';
    return refuse(consoleError('invalid', message));
  }
  if (findAccount(user.id)?.issuer !== undefined) {
    const message = 'You sign in through the OpenID provider, which keeps your password. Change it there.';
    return refuse(consoleError('conflict', message));
  }
  const tries = `change password of ${user.id}`;
  if (isAddressBlocked(tries)) {
    return refuse(consoleError('throttled', 'Too many attempts. Try again in five minutes.'));
  }
  countSignInFailure(tries, tries);
  if (!(await isAccountPassword(user.id, input.current))) {
    return refuse(
      consoleError('denied', 'This is not your present password. Type the one you signed in with.', {
        field: 'current',
      }),
    );
  }
  forgetSignInFailures(tries);
  await setAccountPassword(user.id, input.password);
  endSessions(user.id, await readSessionToken(input.headers));
  return succeed(null);
}
