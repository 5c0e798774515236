import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import type { Role, User } from '@/lib/auth/user';
import { db } from '@/lib/db/database';

export const sessionCookieName = 'lambdeck_session';

const sessionLifeMs = 12 * 60 * 60 * 1000;
const idleMaxMs = 2 * 60 * 60 * 1000;
const seenStepMs = 60 * 1000;
const sessionsPerUserMax = 20;

// Only the hash is stored: whoever reads the database cannot take over a session.
const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');

/** Starts a session and returns its id, which is known to the browser alone. Old and surplus ones go. */
export function startSession(userId: string, nowMs = Date.now()): { id: string; expiresAtMs: number } {
  const id = randomBytes(32).toString('base64url');
  const expiresAtMs = nowMs + sessionLifeMs;
  db().transaction(() => {
    db().statement('DELETE FROM sessions WHERE expires_at <= :now').run({ now: nowMs });
    db()
      .statement(
        `DELETE FROM sessions WHERE user_id = :userId AND id_hash NOT IN
           (SELECT id_hash FROM sessions WHERE user_id = :userId ORDER BY seen_at DESC LIMIT ${sessionsPerUserMax - 1})`,
      )
      .run({ userId });
    db()
      .statement('INSERT INTO sessions VALUES (:hash, :userId, :now, :now, :expires)')
      .run({ hash: hashOf(id), userId, now: nowMs, expires: expiresAtMs });
  });
  return { id, expiresAtMs };
}

/** The user of a session that has neither expired nor been idle for too long. */
export function sessionUser(id: string, nowMs = Date.now()): User | undefined {
  const row = db()
    .statement<{ id: string; name: string; role: string; seen_at: number }>(
      `SELECT users.id, users.name, users.role, sessions.seen_at FROM sessions
         JOIN users ON users.id = sessions.user_id
       WHERE id_hash = :hash AND expires_at > :now AND seen_at > :idleSince`,
    )
    .get({ hash: hashOf(id), now: nowMs, idleSince: nowMs - idleMaxMs });
  if (!row) return undefined;
  if (nowMs - row.seen_at > seenStepMs) {
    db()
      .statement('UPDATE sessions SET seen_at = :now WHERE id_hash = :hash')
      .run({ now: nowMs, hash: hashOf(id) });
  }
  return { id: row.id, name: row.name, role: row.role as Role };
}

/** Ends one session; an id that is not known is not an error. */
export function endSession(id: string): void {
  db()
    .statement('DELETE FROM sessions WHERE id_hash = :hash')
    .run({ hash: hashOf(id) });
}

/** Ends all sessions of a user, after a change of password. */
export function endSessionsOf(userId: string): void {
  db().statement('DELETE FROM sessions WHERE user_id = :userId').run({ userId });
}

/** The user of the request that is being answered. */
export async function currentSessionUser(): Promise<User | undefined> {
  const id = (await cookies()).get(sessionCookieName)?.value;
  return id === undefined ? undefined : sessionUser(id);
}
