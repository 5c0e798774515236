import 'server-only';
import path from 'node:path';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { sessionOfUser } from '@/lib/auth/session-of-user';
import { roles, type Role, type User } from '@/lib/auth/user';
import { getConfig } from '@/lib/config';
import { db, openKyselyDialect } from '@/lib/db/database';
import { loadSecretKey } from '@/lib/db/secret-key';

// The one door to better-auth. Its HTTP routes are not served: sign-in and sign-out are actions of ours.

const sessionSeconds = 12 * 60 * 60;
const passwordCharactersMax = 256;
const seedSetting = 'admin-password';

/** Name of the account that LAMBDECK_ADMIN_PASSWORD belongs to. */
export const administratorName = 'admin';

/** better-auth knows people by e-mail; a local account has none, so its name stands in a domain nobody owns. */
export const emailOf = (name: string) => (name.includes('@') ? name : `${name}@local.invalid`).toLowerCase();

/** What the accounts of one OpenID provider have in common; `credential` is that of the local ones. */
export const oidcProviderId = (issuer: string) => `oidc ${issuer}`;

function createAuth() {
  const config = getConfig();
  const secret = loadSecretKey(config.secret, path.dirname(config.databasePath), 'session cookies v1');
  return betterAuth({
    appName: 'Lambdeck',
    baseURL: `http://${config.host}:${config.port}`,
    secret: secret.toString('base64url'),
    database: { dialect: openKyselyDialect(), type: 'sqlite' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: passwordCharactersMax,
    },
    user: {
      modelName: 'users',
      additionalFields: { role: { type: 'string', input: false, defaultValue: 'viewer' } },
    },
    // A session ends after 12 hours however much it is used; signing in again gives a new token.
    session: { modelName: 'sessions', expiresIn: sessionSeconds, disableSessionRefresh: true },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications' },
    plugins: [sessionOfUser],
    advanced: {
      cookiePrefix: 'lambdeck',
      // Lax: a link from a chat opens signed in. What changes something is never a GET, and proxy.ts checks origins.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
  });
}

type Auth = ReturnType<typeof createAuth>;
let auth: Auth | undefined;
let ready: Promise<void> | undefined;

/** The library, with the administrator's account in place. */
async function openAuth(): Promise<Auth> {
  auth ??= createAuth();
  ready ??= applyAdministratorPassword(auth);
  try {
    await ready;
  } catch (error) {
    ready = undefined;
    throw error;
  }
  return auth;
}

/** Makes the account at the first start, and resets it when the setting has another password than last time. */
async function applyAdministratorPassword(instance: Auth): Promise<void> {
  const password = getConfig().adminPassword;
  if (password === undefined) return;
  const { internalAdapter, password: hashing } = await instance.$context;
  const applied = db()
    .statement<{ value: string }>('SELECT value FROM applied_settings WHERE name = :name')
    .get({ name: seedSetting });
  if (applied && (await hashing.verify({ hash: applied.value, password }))) return;

  const hash = await hashing.hash(password);
  const found = await internalAdapter.findUserByEmail(emailOf(administratorName));
  if (found) {
    await internalAdapter.updatePassword(found.user.id, hash);
    await internalAdapter.deleteUserSessions(found.user.id);
    // The way back in for an operator whose administrators are all gone.
    db().statement("UPDATE users SET role = 'admin', disabled = 0 WHERE id = :id").run({ id: found.user.id });
  } else {
    await addAccount(instance, administratorName, 'admin', hash);
  }
  db()
    .statement('INSERT OR REPLACE INTO applied_settings VALUES (:name, :value)')
    .run({ name: seedSetting, value: hash });
}

async function addAccount(instance: Auth, name: string, role: Role, hash: string): Promise<string> {
  const { internalAdapter } = await instance.$context;
  const { id } = await internalAdapter.createUser(
    { email: emailOf(name), name, emailVerified: true, role },
    { method: 'email-password' },
  );
  await internalAdapter.linkAccount({
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: hash,
  });
  return id;
}

/** Makes an account with a password of its own and returns its id. The caller has checked that the name is free. */
export async function createAccount(name: string, role: Role, password: string): Promise<string> {
  const instance = await openAuth();
  const { password: hashing } = await instance.$context;
  return addAccount(instance, name, role, await hashing.hash(password));
}

/** Replaces the password of an account. Its sessions are the caller's to end. */
export async function setAccountPassword(userId: string, password: string): Promise<void> {
  const { internalAdapter, password: hashing } = await (await openAuth()).$context;
  await internalAdapter.updatePassword(userId, await hashing.hash(password));
}

/** Whether this is the password of the account. */
export async function isAccountPassword(userId: string, password: string): Promise<boolean> {
  if (password.length > passwordCharactersMax) return false;
  const { internalAdapter, password: hashing } = await (await openAuth()).$context;
  const accounts = await internalAdapter.findAccounts(userId);
  const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
  return hash !== undefined && hash !== null && hashing.verify({ hash, password });
}

/**
 * Whether a user may be here: not disabled, and with a password or an account at the provider that is configured now.
 */
function isWelcome(userId: string): boolean {
  const found = db()
    .statement(
      `SELECT id FROM users WHERE id = :id AND disabled = 0 AND EXISTS (SELECT 1 FROM accounts
       WHERE "userId" = users.id AND "providerId" IN ('credential', :provider))`,
    )
    .get({ id: userId, provider: oidcProviderId(getConfig().oidc?.issuer ?? '') });
  return found !== undefined;
}

/** A cookie to set or, with `maxAgeSeconds` 0, to remove. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeSeconds: number;
}

function cookiesOf(headers: Headers): SessionCookie[] {
  return headers.getSetCookie().flatMap((line) =>
    [...parseSetCookieHeader(line)].map(([name, { value, 'max-age': maxAge }]) => ({
      name,
      value: decodeURIComponent(value),
      maxAgeSeconds: maxAge ?? 0,
    })),
  );
}

function toUser(user: { id: string; name: string; role?: unknown }): User {
  // A role nobody knows gives the least.
  return { id: user.id, name: user.name, role: roles.find((role) => role === user.role) ?? 'viewer' };
}

/**
 * Checks name and password and starts a session; undefined when they do not match. Takes the same time for a name
 * that does not exist. Never limits how often: `signIn` does.
 */
export async function startSession(
  name: string,
  password: string,
): Promise<{ user: User; cookies: SessionCookie[] } | undefined> {
  if (password.length > passwordCharactersMax) return undefined;
  const instance = await openAuth();
  try {
    const { headers, response } = await instance.api.signInEmail({
      body: { email: emailOf(name), password },
      returnHeaders: true,
    });
    if (!isWelcome(response.user.id)) {
      await (await instance.$context).internalAdapter.deleteUserSessions(response.user.id);
      return undefined;
    }
    return { user: toUser(response.user), cookies: cookiesOf(headers) };
  } catch (error) {
    if (error instanceof APIError && error.statusCode >= 400 && error.statusCode < 500) return undefined;
    throw error;
  }
}

/** Starts a session for a user who has proved elsewhere who they are. Throws for one who is not welcome. */
export async function startSessionOf(userId: string): Promise<{ user: User; cookies: SessionCookie[] }> {
  const instance = await openAuth();
  if (!isWelcome(userId)) throw new Error('A session was asked for a user who may not have one.');
  const { headers, response } = await instance.api.startSessionOfUser({
    body: { userId },
    returnHeaders: true,
  });
  return { user: toUser(response.user), cookies: cookiesOf(headers) };
}

async function sessionOf(headers: Headers) {
  const instance = await openAuth();
  return instance.api.getSession({ headers, query: { disableCookieCache: true } });
}

/** The user whose valid session the request's cookies hold. */
export async function readSession(headers: Headers): Promise<User | undefined> {
  const session = await sessionOf(headers);
  return session && isWelcome(session.user.id) ? toUser(session.user) : undefined;
}

/** The token of the session that the request's cookies hold. */
export async function readSessionToken(headers: Headers): Promise<string | undefined> {
  return (await sessionOf(headers))?.session.token;
}

/** Ends the session of these cookies and returns what removes them. */
export async function endSession(headers: Headers): Promise<SessionCookie[]> {
  const instance = await openAuth();
  const { headers: answer } = await instance.api.signOut({ headers, returnHeaders: true });
  return cookiesOf(answer);
}

/** SQL for what better-auth would still want from the database; empty when our migrations are up to date. */
export async function missingTables(): Promise<string> {
  const { getMigrations } = await import('better-auth/db/migration');
  const { compileMigrations } = await getMigrations((await openAuth()).options);
  return (await compileMigrations()).replace(/^;$/, '');
}
