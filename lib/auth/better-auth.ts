import 'server-only';
import path from 'node:path';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { roles, type User } from '@/lib/auth/user';
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
const emailOf = (name: string) => (name.includes('@') ? name : `${name}@local.invalid`).toLowerCase();

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
  } else {
    const account = {
      email: emailOf(administratorName),
      name: administratorName,
      emailVerified: true,
      role: 'admin',
    };
    const user = await internalAdapter.createUser(account, { method: 'email-password' });
    await internalAdapter.linkAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: hash,
    });
  }
  db()
    .statement('INSERT OR REPLACE INTO applied_settings VALUES (:name, :value)')
    .run({ name: seedSetting, value: hash });
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
    return { user: toUser(response.user), cookies: cookiesOf(headers) };
  } catch (error) {
    if (error instanceof APIError && error.statusCode >= 400 && error.statusCode < 500) return undefined;
    throw error;
  }
}

/** The user whose valid session the request's cookies hold. */
export async function readSession(headers: Headers): Promise<User | undefined> {
  const instance = await openAuth();
  const session = await instance.api.getSession({ headers, query: { disableCookieCache: true } });
  return session ? toUser(session.user) : undefined;
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
