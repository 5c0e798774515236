import 'server-only';
import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { recordAudit } from '@/lib/audit/record';
import { endSession, startSession, type SessionCookie } from '@/lib/auth/better-auth';
import {
  countSignInFailure,
  forgetSignInFailures,
  isAddressBlocked,
  isFailureRecorded,
  signInDelayMs,
} from '@/lib/auth/sign-in-limit';
import type { User } from '@/lib/auth/user';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const operation = 'console:SignIn';
/** Password checks that may run at once; each one takes 16 MB and a tenth of a second on purpose. */
const checksAtOnceMax = 4;
let checksRunning = 0;
/** Tries that may wait at once, of everybody and of one address; a waiting one costs a timer. */
const waitingMax = 256;
const waitingPerAddressMax = 3;
const waiting = new Map<string, number>();

export interface SignedIn {
  readonly user: User;
  readonly cookies: readonly SessionCookie[];
}

/** What a try comes with besides name and password. */
export interface SignInTry {
  /** Where it comes from, as far as that can be known. */
  readonly address: string;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

function recordFailure(name: string): void {
  if (!isFailureRecorded()) return;
  recordAudit({
    actor: { id: 'nobody', name: name.slice(0, 100), role: 'none' },
    action: 'session.sign-in',
    outcome: 'refused',
    kind: 'denied',
    operation,
  });
}

const tooMany = () =>
  refuse(consoleError('throttled', 'Too many attempts. Try again in five minutes.', { operation }));

/** Waits as long as the failures of this name ask for; false when too many wait already. */
async function isAdmitted(name: string, { address, sleep = setTimeoutPromise }: SignInTry): Promise<boolean> {
  const delayMs = signInDelayMs(name);
  if (delayMs === 0) return true;
  const total = [...waiting.values()].reduce((sum, number) => sum + number, 0);
  const here = waiting.get(address) ?? 0;
  if (total >= waitingMax || here >= waitingPerAddressMax) return false;
  waiting.set(address, here + 1);
  try {
    await sleep(delayMs);
  } finally {
    const left = (waiting.get(address) ?? 1) - 1;
    if (left === 0) waiting.delete(address);
    else waiting.set(address, left);
  }
  return true;
}

/** Checks name and password, at a bounded rate, and starts a session. Both outcomes are in the audit log. */
export async function signIn(
  name: string,
  password: string,
  attempt: SignInTry = { address: 'unknown' },
): Promise<Result<SignedIn, ConsoleError>> {
  // Not recorded: the failures that led here are, and their number is bounded.
  if (isAddressBlocked(attempt.address)) return tooMany();
  countSignInFailure(name, attempt.address);
  if (!(await isAdmitted(name, attempt)) || checksRunning >= checksAtOnceMax) return tooMany();
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
