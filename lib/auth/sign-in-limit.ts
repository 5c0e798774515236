import 'server-only';
import { db } from '@/lib/db/database';

const windowMs = 5 * 60 * 1000;
/** Failures of one name in five minutes. */
const failuresPerNameMax = 10;
/** Failures of all names together, for someone who tries many names. */
const failuresMax = 100;

const count = (condition: string, parameters: Record<string, string | number>) =>
  db()
    .statement<{ total: number }>(
      `SELECT count(*) AS total FROM sign_in_failures WHERE at > :since ${condition}`,
    )
    .get(parameters)?.total ?? 0;

/** True when there were too many failures to try again now. Kept in the database: a restart does not forget. */
export function isSignInBlocked(name: string, nowMs = Date.now()): boolean {
  const since = nowMs - windowMs;
  return (
    count('AND name = :name', { since, name: name.toLowerCase() }) >= failuresPerNameMax ||
    count('', { since }) >= failuresMax
  );
}

/** Counts one failure before the password is checked, so that parallel tries cannot slip past the limit. */
export function countSignInFailure(name: string, nowMs = Date.now()): void {
  db()
    .statement('DELETE FROM sign_in_failures WHERE at <= :since')
    .run({ since: nowMs - windowMs });
  db()
    .statement('INSERT INTO sign_in_failures VALUES (:name, :at)')
    .run({ name: name.toLowerCase(), at: nowMs });
}

/** Forgets the failures of a name after a success. */
export function forgetSignInFailures(name: string): void {
  db().statement('DELETE FROM sign_in_failures WHERE name = :name').run({ name: name.toLowerCase() });
}
