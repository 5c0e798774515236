import 'server-only';
import type { AuditDetails } from '@/lib/audit/events';
import { recordAudit } from '@/lib/audit/record';
import { startSessionOf } from '@/lib/auth/better-auth';
import type { SignedIn } from '@/lib/auth/sign-in';
import {
  countSignInFailure,
  forgetSignInFailures,
  isAddressBlocked,
  isFailureRecorded,
} from '@/lib/auth/sign-in-limit';
import { getConfig } from '@/lib/config';
import type { OidcSettings } from '@/lib/config-oidc';
import type { SignInProblem } from '@/lib/domain/sign-in-problem';
import { log } from '@/lib/log';
import { admitPerson, endSessionsOfPerson } from '@/lib/oidc/accounts';
import { openPending, type PendingSignIn } from '@/lib/oidc/pending-sign-in';
import { groupsOf, nameOf, roleOf } from '@/lib/oidc/person';
import { findProvider } from '@/lib/oidc/provider';
import { ProviderError } from '@/lib/oidc/provider-error';
import { claimsOfCode, type Claims } from '@/lib/oidc/tokens';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const operation = 'console:SignIn';
/** Exchanges that may wait for the provider at once; each holds a socket for some seconds at most. */
const exchangesAtOnceMax = 16;
let exchangesRunning = 0;
/** Groups that a refusal's record names. */
const groupsRecordedMax = 20;

/** What came back from the provider with the browser. */
export interface ProviderAnswer {
  readonly query: URLSearchParams;
  /** The cookie of the sign-in that was begun. */
  readonly cookie: string | undefined;
  /** Where it comes from, as far as that can be known. */
  readonly address: string;
}

/** A refusal with what the audit log says of it; `name` once the provider has proved it. */
interface Refusal {
  readonly problem: SignInProblem;
  readonly reason: string;
  readonly name?: string;
  readonly details?: AuditDetails;
}

/**
 * Ends a sign-in that `beginSignIn` began: proves who came back, gives the role of their groups and starts a session.
 * Failures are counted by address like wrong passwords, and both outcomes are in the audit log.
 */
export async function completeSignIn(
  answer: ProviderAnswer,
): Promise<Result<SignedIn & { readonly next: string }, SignInProblem>> {
  const settings = getConfig().oidc;
  if (!settings) return refuse('failed');
  // Not recorded: the failures that led here are, and their number is bounded.
  if (isAddressBlocked(answer.address) || exchangesRunning >= exchangesAtOnceMax) return refuse('throttled');
  // Their own name, so that a success forgets only what came from here this way.
  const tries = `OpenID from ${answer.address}`;
  countSignInFailure(tries, answer.address);
  exchangesRunning += 1;
  try {
    const admitted = await admit(answer, settings);
    if (!admitted.ok) {
      // A provider that is down is nobody's wrong try.
      if (admitted.error.problem === 'unreachable') forgetSignInFailures(tries);
      return refuseAndRecord(admitted.error, settings);
    }
    const { userId, next, groups } = admitted.data;
    const session = await startSessionOf(userId);
    forgetSignInFailures(tries);
    const details = { issuer: settings.issuer, groups };
    recordAudit({ actor: session.user, action: 'session.sign-in', outcome: 'ok', operation, details });
    return succeed({ ...session, next });
  } finally {
    exchangesRunning -= 1;
  }
}

function refuseAndRecord(refusal: Refusal, settings: OidcSettings): Result<never, SignInProblem> {
  const { problem, reason, name = 'nobody' } = refusal;
  log().warn({ problem, reason }, 'A sign-in through the OpenID provider was refused');
  if (isFailureRecorded()) {
    const isBroken = problem === 'unreachable' || problem === 'misconfigured';
    recordAudit({
      actor: { id: 'nobody', name, role: 'none' },
      action: 'session.sign-in',
      outcome: isBroken ? 'failed' : 'refused',
      kind: problem === 'unreachable' ? 'unreachable' : 'denied',
      operation,
      details: { issuer: settings.issuer, reason, ...refusal.details },
    });
  }
  return refuse(problem);
}

type Admission = Result<{ userId: string; next: string; groups: string[] }, Refusal>;

async function admit(answer: ProviderAnswer, settings: OidcSettings): Promise<Admission> {
  const pending = await openPending(answer.cookie);
  if (!pending || pending.issuer !== settings.issuer || answer.query.get('state') !== pending.state) {
    return refuse({
      problem: 'expired',
      reason: 'It does not belong to a sign-in that was begun in this browser.',
    });
  }
  try {
    const claims = await proveClaims(answer.query, pending, settings);
    return claims.ok ? admitClaims(claims.data, pending, settings) : claims;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return refuse({
      problem: error.problem === 'stale' ? 'expired' : error.problem,
      reason: error.message,
    });
  }
}

async function proveClaims(
  query: URLSearchParams,
  pending: PendingSignIn,
  settings: OidcSettings,
): Promise<Result<Claims, Refusal>> {
  const provider = await findProvider(settings.issuer);
  const issuer = query.get('iss');
  if (issuer === null ? provider.namesItself : issuer !== provider.issuer) {
    throw new ProviderError('untrusted', 'The answer comes from another issuer.');
  }
  const error = query.get('error');
  if (error !== null) {
    const code = /^[\w.-]{1,60}$/.test(error) ? error : 'an unreadable error';
    return refuse({ problem: 'declined', reason: `The provider answered with ${code}.` });
  }
  const code = query.get('code');
  if (code === null || code === '' || code.length > 4_096) {
    throw new ProviderError('untrusted', 'The answer holds neither a code nor an error.');
  }
  const { codeVerifier, redirectUri, nonce } = pending;
  return succeed(await claimsOfCode(provider, settings, { code, codeVerifier, redirectUri, nonce }));
}

function admitClaims(claims: Claims, pending: PendingSignIn, settings: OidcSettings): Admission {
  const groups = groupsOf(claims, settings.groupsClaim);
  const role = roleOf(groups, settings);
  const name = nameOf(claims);
  const known = { issuer: settings.issuer, subject: claims.sub };
  if (role === undefined) {
    endSessionsOfPerson(known);
    return refuse({
      problem: 'no-role',
      reason: `No group in the claim ${settings.groupsClaim} gives a role.`,
      name,
      details: { subject: claims.sub, groups: groups.slice(0, groupsRecordedMax) },
    });
  }
  const admitted = admitPerson({ ...known, name, role });
  if (!admitted.ok) {
    const reason =
      admitted.error === 'full' ? 'There are as many users as there may be.' : 'The user is disabled here.';
    return refuse({ problem: admitted.error, reason, name, details: { subject: claims.sub } });
  }
  const that = groups.filter((group) => settings.roleOfGroup.has(group));
  return succeed({ userId: admitted.data.userId, next: pending.next, groups: that });
}
