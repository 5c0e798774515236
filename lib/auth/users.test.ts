import fs from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { requireUser } from '@/lib/auth/guard';
import { signIn } from '@/lib/auth/sign-in';
import {
  createUser,
  deleteUser,
  disableUser,
  enableUser,
  listUsers,
  onNamedAccount,
  resetUserPassword,
  setUserRole,
} from '@/lib/auth/users';
import { whileSignedIn } from '@/lib/auth/while-signed-in';
import { db } from '@/lib/db/database';

const folder = vi.hoisted(() => `${process.env['TMPDIR'] ?? '/tmp'}/lambdeck-users-${process.pid}`);
const request = vi.hoisted(() => ({ headers: new Headers() }));
const adminPassword = vi.hoisted(() => 'correct horse battery');
vi.hoisted(() => {
  process.env['LAMBDECK_DATA'] = folder;
  process.env['LAMBDECK_ADMIN_PASSWORD'] = adminPassword;
});
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(request.headers) }));

const password = 'a password of vic';
const from = { address: 'test', sleep: () => Promise.resolve() };

/** The headers of a browser that signed in. */
async function signedIn(name: string, word = password): Promise<Headers> {
  const result = await signIn(name, word, from);
  if (!result.ok) throw new Error(result.error.message);
  const cookies = result.data.cookies.map(({ name: key, value }) => `${key}=${encodeURIComponent(value)}`);
  return new Headers({ cookie: cookies.join('; ') });
}

/** Role of whoever sends these headers, or `signed-out`. */
async function roleBy(headers: Headers): Promise<string> {
  request.headers = headers;
  return requireUser('viewer').then(
    (user) => user.role,
    (refusal: { reason: string }) => refusal.reason,
  );
}

async function idOfNew(name: string, role: 'viewer' | 'developer' | 'admin'): Promise<string> {
  const made = await createUser(name, role, password);
  if (!made.ok) throw new Error(made.error.message);
  return made.data.id;
}

beforeAll(async () => {
  await signedIn('admin', adminPassword);
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  db().statement('DELETE FROM sign_in_failures').run();
});

describe('users', () => {
  it('sign in with the role they were given', async () => {
    for (const role of ['viewer', 'developer', 'admin'] as const) {
      const id = await idOfNew(`as-${role}`, role);
      expect(await roleBy(await signedIn(`as-${role}`))).toBe(role);
      deleteUser(id);
    }
  });

  it('have names that differ in more than case', async () => {
    const id = await idOfNew('Vic', 'viewer');
    expect(await createUser('vic', 'viewer', password)).toMatchObject({
      ok: false,
      error: { kind: 'conflict', field: 'name' },
    });
    deleteUser(id);
  });

  it('are signed out at once when they are demoted, disabled, reset or deleted', async () => {
    const id = await idOfNew('dev', 'developer');
    const session = await signedIn('dev');
    expect(setUserRole(id, 'viewer').ok).toBe(true);
    expect(await roleBy(session)).toBe('signed-out');

    const second = await signedIn('dev');
    expect(setUserRole(id, 'developer').ok).toBe(true);
    expect(await roleBy(second)).toBe('developer'); // More rights need no new sign-in.
    expect(disableUser(id).ok).toBe(true);
    expect(await roleBy(second)).toBe('signed-out');
    expect(await signIn('dev', password, from)).toMatchObject({ error: { kind: 'denied' } });
    expect(enableUser(id).ok).toBe(true);

    const third = await signedIn('dev');
    expect((await resetUserPassword(id, 'another password')).ok).toBe(true);
    expect(await roleBy(third)).toBe('signed-out');
    expect((await signIn('dev', password, from)).ok).toBe(false);

    const fourth = await signedIn('dev', 'another password');
    expect(deleteUser(id).ok).toBe(true);
    expect(await roleBy(fourth)).toBe('signed-out');
    expect((await signIn('dev', 'another password', from)).ok).toBe(false);
    expect(deleteUser(id)).toMatchObject({ error: { kind: 'not-found' } });
  });

  it('are acted on only under the name that the audit log will tell', async () => {
    const id = await idOfNew('real', 'viewer');
    expect(await onNamedAccount({ id, name: 'another' }, () => disableUser(id))).toMatchObject({
      error: { kind: 'conflict' },
    });
    expect(listUsers().find((user) => user.id === id)?.isDisabled).toBe(false);
    expect(await onNamedAccount({ id, name: 'real' }, () => deleteUser(id))).toMatchObject({ ok: true });
    expect(await onNamedAccount({ id, name: 'real' }, () => deleteUser(id))).toMatchObject({
      error: { kind: 'not-found' },
    });
  });

  it('keep no stream open when their session has ended', async () => {
    const id = await idOfNew('tail', 'viewer');
    const headers = await signedIn('tail');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const watch = whileSignedIn(new Request('http://localhost/api', { headers }));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await roleBy(headers)).toBe('viewer'); // By then the check before it has been answered.
    expect(watch.signal.aborted).toBe(false);
    const ended = new Promise((resolve) => watch.signal.addEventListener('abort', resolve));
    disableUser(id);
    await vi.advanceTimersByTimeAsync(15_000);
    await ended;
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
    deleteUser(id);
  });

  it('never lose their last administrator', async () => {
    const admin = listUsers().find(({ name }) => name === 'admin')?.id ?? '';
    const other = await idOfNew('other', 'admin');
    expect(disableUser(other).ok).toBe(true);
    for (const attempt of [
      () => setUserRole(admin, 'viewer'),
      () => disableUser(admin),
      () => deleteUser(admin),
    ]) {
      expect(attempt()).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    }
    enableUser(other);
    expect(setUserRole(admin, 'developer').ok).toBe(true);
    expect(deleteUser(other)).toMatchObject({ error: { kind: 'conflict' } });
    setUserRole(admin, 'admin');
    expect(deleteUser(other).ok).toBe(true);
  });

  it('leave no private test events behind', async () => {
    const id = await idOfNew('tester', 'developer');
    const insert = db().statement(
      "INSERT INTO test_events VALUES ('local', 'us-east-1', 'f', :owner, 'e', '{}', '2026-01-01')",
    );
    insert.run({ owner: id });
    insert.run({ owner: 'somebody-else' });
    deleteUser(id);
    expect(db().statement('SELECT owner_id FROM test_events').all()).toEqual([{ owner_id: 'somebody-else' }]);
  });
});
