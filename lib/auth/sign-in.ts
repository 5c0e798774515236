import 'server-only';
import { recordAudit } from '@/lib/audit/record';
import { endSession, startSession, type SessionCookie } from '@/lib/auth/better-auth';
import { countSignInFailure, forgetSignInFailures, isSignInBlocked } from '@/lib/auth/sign-in-limit';
import type { User } from '@/lib/auth/user';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const operation = 'console:SignIn';
/** Password checks that may run at once; each one takes 16 MB and a tenth of a second on purpose. */
const checksAtOnceMax = 4;
let checksRunning = 0;

export interface SignedIn {
  readonly user: User;
  readonly cookies: readonly SessionCookie[];
}

function recordFailure(name: string): void {
  recordAudit({
    actor: { id: 'nobody', name: name.slice(0, 100), role: 'none' },
    action: 'session.sign-in',
    outcome: 'refused',
    kind: 'denied',
    operation,
  });
}

/** Checks name and password, at a bounded rate, and starts a session. Both outcomes are in the audit log. */
export async function signIn(name: string, password: string): Promise<Result<SignedIn, ConsoleError>> {
  // Not recorded: the failures that led here are, and their number is bounded.
  if (isSignInBlocked(name) || checksRunning >= checksAtOnceMax) {
    return refuse(consoleError('throttled', 'Too many attempts. Try again in five minutes.', { operation }));
  }
  countSignInFailure(name);
  checksRunning += 1;
  try {
    const session = await startSession(name, password);
    if (!session) {
      recordFailure(name);
      return refuse(consoleError('denied', 'User name and password do not match.', { operation }));
    }
    forgetSignInFailures(name);
    recordAudit({ actor: session.user, action: 'session.sign-in', outcome: 'ok', operation });
    return succeed(session);
  } finally {
    checksRunning -= 1;
  }
}

/** Ends the session that the request's cookies hold. */
export async function signOut(headers: Headers, user: User | undefined): Promise<readonly SessionCookie[]> {
  const cookies = await endSession(headers);
  if (user)
    recordAudit({ actor: user, action: 'session.sign-out', outcome: 'ok', operation: 'console:SignOut' });
  return cookies;
}
