import 'server-only';
import { createAccount, emailOf, oidcProviderId, setAccountPassword } from '@/lib/auth/better-auth';
import { roleIncludes, roles, type Role } from '@/lib/auth/user';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { db, type SqlRow } from '@/lib/db/database';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** An account of the console, without its password. */
export interface UserAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly isDisabled: boolean;
  /** ISO time. */
  readonly createdAt: string;
  /** Sessions that have not ended. */
  readonly sessions: number;
  /** The OpenID provider whose groups give the role; undefined for a local account with a password. */
  readonly issuer: string | undefined;
}

interface UserRow extends SqlRow {
  id: string;
  name: string;
  role: string;
  disabled: number;
  createdAt: string;
  sessions: number;
  provider: string | null;
}

/** The most users that the console keeps. */
export const usersMax = 500;
const toRole = (text: string): Role => roles.find((role) => role === text) ?? 'viewer';

const toAccount = (row: UserRow): UserAccount => ({
  id: row.id,
  name: row.name,
  role: toRole(row.role),
  isDisabled: row.disabled !== 0,
  createdAt: row.createdAt,
  sessions: row.sessions,
  issuer: row.provider?.slice(oidcProviderId('').length),
});

const selectUsers = `SELECT id, name, role, disabled, "createdAt",
  (SELECT count(*) FROM sessions WHERE "userId" = users.id AND "expiresAt" > :now) AS sessions,
  (SELECT "providerId" FROM accounts WHERE "userId" = users.id AND "providerId" <> 'credential') AS provider
  FROM users`;

/** All accounts by name. */
export function listUsers(): UserAccount[] {
  const now = new Date().toISOString();
  return db()
    .statement<UserRow>(`${selectUsers} ORDER BY name COLLATE NOCASE, id`)
    .all({ now })
    .map(toAccount);
}

/** One account by its id. */
export function findAccount(id: string): UserAccount | undefined {
  const now = new Date().toISOString();
  const row = db().statement<UserRow>(`${selectUsers} WHERE id = :id`).get({ id, now });
  return row && toAccount(row);
}

type Refusal = Result<never, ConsoleError>;
const noUser = (): Refusal =>
  refuse(consoleError('not-found', 'This user does not exist any more. Read the list again.'));

/**
 * Does something to an account by its id, unless it is not called what the caller was shown and the audit log will
 * tell: the provider may have renamed it since, or somebody wants the log to name another.
 */
export async function onNamedAccount<T>(
  { id, name }: { readonly id: string; readonly name: string },
  act: () => Result<T, ConsoleError> | Promise<Result<T, ConsoleError>>,
): Promise<Result<T, ConsoleError>> {
  const account = findAccount(id);
  if (!account) return noUser();
  if (account.name !== name) {
    return refuse(consoleError('conflict', `This user is called ${account.name} now. Read the list again.`));
  }
  return act();
}

/** Ends the sessions of a user at once, but for the one with this token. */
export function endSessions(userId: string, exceptToken = ''): void {
  db()
    .statement('DELETE FROM sessions WHERE "userId" = :userId AND token <> :exceptToken')
    .run({ userId, exceptToken });
}

/** How many users there are, disabled ones among them. */
export function countUsers(): number {
  return db().statement<{ total: number }>('SELECT count(*) AS total FROM users').get()?.total ?? 0;
}

/** Whether somebody else is called like this, without regard to case. */
export function isNameTaken(name: string, exceptId = ''): boolean {
  const { email, id } = { email: emailOf(name), id: exceptId };
  return (
    db()
      .statement('SELECT id FROM users WHERE (email = :email OR lower(name) = lower(:name)) AND id <> :id')
      .get({ email, name, id }) !== undefined
  );
}

/** Adds an account. Names are told apart without regard to case. */
export async function createUser(
  name: string,
  role: Role,
  password: string,
): Promise<Result<{ id: string }, ConsoleError>> {
  if (isNameTaken(name))
    return refuse(
      consoleError('conflict', `There is a user ${name} already. Choose another name.`, { field: 'name' }),
    );
  if (countUsers() >= usersMax) {
    return refuse(consoleError('quota', `There are ${usersMax} users, which is the most. Delete one first.`));
  }
  return succeed({ id: await createAccount(name, role, password) });
}

/** Refuses what only local accounts have. */
const notLocal = ({ name }: UserAccount, what: string): Refusal =>
  refuse(
    consoleError(
      'conflict',
      `${name} signs in through the OpenID provider, which keeps the ${what}. Change it there.`,
    ),
  );

/**
 * Runs a change that takes rights away, unless no local administrator would be left to give them back: those of the
 * provider are administrators only as long as it says so and answers.
 */
function unlessLastAdmin(id: string, change: (user: UserAccount) => void): Result<null, ConsoleError> {
  return db().transaction(() => {
    const user = findAccount(id);
    if (!user) return noUser();
    const isLocalAdmin = (one: UserAccount) =>
      one.role === 'admin' && !one.isDisabled && one.issuer === undefined;
    const others = listUsers().filter((other) => other.id !== id);
    if (isLocalAdmin(user) && !others.some(isLocalAdmin)) {
      return refuse(
        consoleError(
          'conflict',
          `${user.name} is the last administrator with a local account. Make another local user an administrator first.`,
        ),
      );
    }
    change(user);
    return succeed(null);
  });
}

/** Gives a user another role. A weaker one ends the user's sessions. */
export function setUserRole(id: string, role: Role): Result<null, ConsoleError> {
  const user = findAccount(id);
  if (!user) return noUser();
  if (user.issuer !== undefined) return notLocal(user, 'groups that give the role');
  const change = () => {
    db().statement('UPDATE users SET role = :role WHERE id = :id').run({ id, role });
    if (!roleIncludes(role, user.role)) endSessions(id);
  };
  if (role !== 'admin') return unlessLastAdmin(id, change);
  change();
  return succeed(null);
}

/** Keeps the account and lets nobody in with it. */
export function disableUser(id: string): Result<null, ConsoleError> {
  return unlessLastAdmin(id, () => {
    db().statement('UPDATE users SET disabled = 1 WHERE id = :id').run({ id });
    endSessions(id);
  });
}

export function enableUser(id: string): Result<null, ConsoleError> {
  const { changes } = db().statement('UPDATE users SET disabled = 0 WHERE id = :id').run({ id });
  return changes === 0 ? noUser() : succeed(null);
}

/** Deletes an account with its sessions and its private test events. What it did stays in the audit log. */
export function deleteUser(id: string): Result<null, ConsoleError> {
  return unlessLastAdmin(id, () => {
    for (const table of ['test_events', 'past_requests', 'past_runs']) {
      db().statement(`DELETE FROM ${table} WHERE owner_id = :id`).run({ id });
    }
    db().statement('DELETE FROM users WHERE id = :id').run({ id });
  });
}

/** Gives a user a new password and ends the sessions that the old one opened. */
export async function resetUserPassword(id: string, password: string): Promise<Result<null, ConsoleError>> {
  const user = findAccount(id);
  if (!user) return noUser();
  if (user.issuer !== undefined) return notLocal(user, 'password');
  await setAccountPassword(id, password);
  endSessions(id);
  return succeed(null);
}
