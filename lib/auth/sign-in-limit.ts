import 'server-only';
import { db } from '@/lib/db/database';

// Nothing here locks a name: whoever knows a name could then keep its owner out. Wrong tries make the next
// ones of that name slower, and those of one address are refused after some.

const windowMs = 5 * 60 * 1000;
/** Failures of one address in five minutes. */
const failuresPerAddressMax = 20;
/** Failures of one name in five minutes that cost nothing; mistyping is human. */
const failuresFree = 4;
const firstDelayMs = 250;
const delayMsMax = 8_000;
/** Failures in five minutes that are worth a record each in the audit log. */
const recordedMax = 100;

const count = (condition: string, parameters: Record<string, string | number>) =>
  db()
    .statement<{ total: number }>(
      `SELECT count(*) AS total FROM sign_in_failures WHERE at > :since ${condition}`,
    )
    .get(parameters)?.total ?? 0;

/** True when an address had too many failures to try again now. Kept in the database: a restart does not forget. */
export function isAddressBlocked(address: string, nowMs = Date.now()): boolean {
  return count('AND address = :address', { since: nowMs - windowMs, address }) >= failuresPerAddressMax;
}

/** How long a try with this name waits, in milliseconds: doubled with each failure, eight seconds at most. */
export function signInDelayMs(name: string, nowMs = Date.now()): number {
  const failures = count('AND name = :name', { since: nowMs - windowMs, name: name.toLowerCase() });
  if (failures < failuresFree) return 0;
  return Math.min(firstDelayMs * 2 ** Math.min(failures - failuresFree, 10), delayMsMax);
}

/** Whether one more failure is still to be recorded; a flood of them says nothing new. */
export function isFailureRecorded(nowMs = Date.now()): boolean {
  return count('', { since: nowMs - windowMs }) <= recordedMax;
}

/** Counts one failure before the password is checked, so that parallel tries cannot slip past the limit. */
export function countSignInFailure(name: string, address: string, nowMs = Date.now()): void {
  db()
    .statement('DELETE FROM sign_in_failures WHERE at <= :since')
    .run({ since: nowMs - windowMs });
  db()
    .statement('INSERT INTO sign_in_failures (name, at, address) VALUES (:name, :at, :address)')
    .run({ name: name.toLowerCase(), at: nowMs, address });
}

/** Forgets the failures of a name after a success. */
export function forgetSignInFailures(name: string): void {
  db().statement('DELETE FROM sign_in_failures WHERE name = :name').run({ name: name.toLowerCase() });
}
