import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { administratorName, oidcProviderId } from '@/lib/auth/better-auth';
import { roleIncludes, type Role } from '@/lib/auth/user';
import { countUsers, endSessions, findAccount, isNameTaken, usersMax } from '@/lib/auth/users';
import { db } from '@/lib/db/database';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** Whom the provider has named, and what its groups let them do. */
export interface Person {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * The user of a person, made at the first sign-in; name and role follow the provider at each. A person is known by
 * issuer and subject alone: an e-mail address or a name that equals a local user's opens nothing. A weaker role ends
 * the sessions that the stronger one opened. Who was disabled here stays out.
 */
export function admitPerson(person: Person): Result<{ userId: string }, 'disabled' | 'full'> {
  return db().transaction(() => {
    const userId = userIdOf(person);
    if (userId === undefined) {
      return countUsers() >= usersMax ? refuse('full') : succeed({ userId: addUser(person) });
    }
    const user = findAccount(userId);
    if (!user || user.isDisabled) return refuse('disabled');
    db()
      .statement('UPDATE users SET name = :name, role = :role, "updatedAt" = :now WHERE id = :userId')
      .run({ userId, name: freeName(person, userId), role: person.role, now: new Date().toISOString() });
    if (!roleIncludes(person.role, user.role)) endSessions(userId);
    return succeed({ userId });
  });
}

/** Ends what a person has open whom the provider no longer lets in; they stay in the list of users. */
export function endSessionsOfPerson(person: Pick<Person, 'issuer' | 'subject'>): void {
  const userId = userIdOf(person);
  if (userId !== undefined) endSessions(userId);
}

function userIdOf({ issuer, subject }: Pick<Person, 'issuer' | 'subject'>): string | undefined {
  return db()
    .statement<{ userId: string }>(
      'SELECT "userId" FROM accounts WHERE "providerId" = :provider AND "accountId" = :subject',
    )
    .get({ provider: oidcProviderId(issuer), subject })?.userId;
}

const fingerprint = ({ issuer, subject }: Person) =>
  createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex');

/** The name, or with a part of the fingerprint when somebody else has it: two people never look like one in the audit log. */
function freeName(person: Person, userId?: string): string {
  const isTaken = person.name.toLowerCase() === administratorName || isNameTaken(person.name, userId);
  return isTaken ? `${person.name} (${fingerprint(person).slice(0, 8)})` : person.name;
}

function addUser(person: Person): string {
  const userId = randomUUID();
  const now = new Date().toISOString();
  // Without an at sign: better-auth's one address for each user, which no name of a local account can become.
  const email = `oidc:${fingerprint(person)}`;
  db()
    .statement(
      `INSERT INTO users (id, name, email, "emailVerified", "createdAt", "updatedAt", role, disabled)
       VALUES (:userId, :name, :email, 0, :now, :now, :role, 0)`,
    )
    .run({ userId, name: freeName(person), email, now, role: person.role });
  db()
    .statement(
      `INSERT INTO accounts (id, "accountId", "providerId", "userId", "createdAt", "updatedAt")
       VALUES (:id, :subject, :provider, :userId, :now, :now)`,
    )
    .run({ id: randomUUID(), subject: person.subject, provider: oidcProviderId(person.issuer), userId, now });
  return userId;
}
