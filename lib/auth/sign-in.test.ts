import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listAudit } from '@/lib/audit/read';
import { requireUser } from '@/lib/auth/guard';
import { signIn, signOut } from '@/lib/auth/sign-in';
import { db } from '@/lib/db/database';

const folder = vi.hoisted(() => `${process.env['TMPDIR'] ?? '/tmp'}/lambdeck-sign-in-${process.pid}`);
const password = vi.hoisted(() => 'correct horse battery');
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.hoisted(() => {
  process.env['LAMBDECK_DATA'] = folder;
  process.env['LAMBDECK_ADMIN_PASSWORD'] = password;
});
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(request.headers) }));

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  request.headers = new Headers();
  db().statement('DELETE FROM sign_in_failures').run();
});

/** Signs in and sends the cookies that came back with the next requests. */
async function signInAsAdmin() {
  const result = await signIn('admin', password);
  if (!result.ok) throw new Error(result.error.message);
  request.headers = new Headers({
    cookie: result.data.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
  });
  return result.data;
}

describe('signIn', () => {
  it('gives the administrator a session that the guard accepts until it is ended', async () => {
    await expect(requireUser('viewer')).rejects.toMatchObject({ name: 'AuthRefusal', reason: 'signed-out' });
    const { user, cookies } = await signInAsAdmin();
    expect(user).toMatchObject({ name: 'admin', role: 'admin' });
    expect(cookies[0]?.maxAgeSeconds).toBe(12 * 60 * 60);
    expect(await requireUser('admin')).toEqual(user);
    await signOut(request.headers, user);
    await expect(requireUser('viewer')).rejects.toMatchObject({ reason: 'signed-out' });
    expect(listAudit({ pageSize: 2 }).records.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'session.sign-out ok',
      'session.sign-in ok',
    ]);
  });

  it('starts another session each time', async () => {
    const first = await signInAsAdmin();
    const second = await signInAsAdmin();
    expect(second.cookies[0]?.value).not.toBe(first.cookies[0]?.value);
  });

  it('refuses a session whose cookie was made up, changed or has expired', async () => {
    await signInAsAdmin();
    const cookie = request.headers.get('cookie') ?? '';
    for (const changed of [cookie.replace(/=\w{5}/, '=AAAAA'), `${cookie.slice(0, -8)}AAAAAAAA`]) {
      request.headers = new Headers({ cookie: changed });
      await expect(requireUser('viewer')).rejects.toMatchObject({ reason: 'signed-out' });
    }
    db()
      .statement('UPDATE sessions SET "expiresAt" = :past')
      .run({ past: new Date(0).toISOString() });
    request.headers = new Headers({ cookie });
    await expect(requireUser('viewer')).rejects.toMatchObject({ reason: 'signed-out' });
  });

  it('enforces roles, and gives an unknown one the least', async () => {
    const { user } = await signInAsAdmin();
    const setRole = db().statement('UPDATE users SET role = :role');
    setRole.run({ role: 'developer' });
    expect((await requireUser('developer')).id).toBe(user.id);
    await expect(requireUser('admin')).rejects.toMatchObject({ reason: 'role', needed: 'admin' });
    setRole.run({ role: 'emperor' });
    expect((await requireUser('viewer')).role).toBe('viewer');
    await expect(requireUser('developer')).rejects.toMatchObject({ reason: 'role' });
    setRole.run({ role: 'admin' });
  });

  it.each([
    ['admin', 'wrong password'],
    ['nobody-here', 'wrong password'],
    ['admin', ''],
    ['admin', 'x'.repeat(10_000)],
    ["admin' --", 'wrong password'],
  ])('says the same to every wrong pair: %s', async (name, wrong) => {
    expect(await signIn(name, wrong)).toMatchObject({
      ok: false,
      error: { kind: 'denied', message: 'User name and password do not match.' },
    });
    expect(listAudit({ pageSize: 1 }).records[0]).toMatchObject({
      actor: { name, role: 'none' },
      action: 'session.sign-in',
      outcome: 'refused',
    });
  });

  it('slows a name down and never locks it, wherever the failures came from', async () => {
    const waits: number[] = [];
    const sleep = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));
    for (let index = 0; index < 12; index += 1) {
      await signIn('admin', 'wrong password', { address: `10.0.0.${index}`, sleep });
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000, 8000]);
    expect((await signIn('ADMIN', password, { address: '10.0.1.1', sleep })).ok).toBe(true);
    waits.length = 0;
    expect((await signIn('admin', password, { address: '10.0.1.1', sleep })).ok).toBe(true);
    expect(waits).toEqual([]);
  });

  it('refuses an address after twenty failures, the others not, and not for long', async () => {
    const from = (address: string) => ({ address, sleep: () => Promise.resolve() });
    for (let index = 0; index < 20; index += 1) await signIn(`n${index}`, 'wrong password', from('10.1.0.1'));
    expect(await signIn('admin', password, from('10.1.0.1'))).toMatchObject({
      ok: false,
      error: { kind: 'throttled' },
    });
    expect((await signIn('admin', password, from('10.1.0.2'))).ok).toBe(true);
    db().statement('UPDATE sign_in_failures SET at = at - 300001').run();
    expect((await signIn('admin', password, from('10.1.0.1'))).ok).toBe(true);
  });

  it('lets three tries of one address wait and no more', async () => {
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const from = { address: '10.2.0.1', sleep: () => asleep };
    for (let index = 0; index < 4; index += 1) await signIn('admin', 'wrong password', { address: 'x' });
    const tries = [1, 2, 3].map(() => signIn('admin', 'wrong password', from));
    expect(await signIn('admin', password, from)).toMatchObject({ error: { kind: 'throttled' } });
    wake();
    for (const result of await Promise.all(tries))
      expect(result).toMatchObject({ error: { kind: 'denied' } });
  });

  it('keeps neither password nor cookie in readable form', async () => {
    const { cookies } = await signInAsAdmin();
    const bytes = ['console.db', 'console.db-wal']
      .map((name) => fs.readFileSync(path.join(folder, 'console', name), 'latin1'))
      .join('');
    expect(bytes).toContain('admin@local.invalid');
    expect(bytes).not.toContain(password);
    expect(bytes).not.toContain(cookies[0]?.value ?? 'no cookie');
  });

  it('resets the account when the operator sets another password', async () => {
    await signInAsAdmin();
    vi.resetModules();
    vi.stubEnv('LAMBDECK_ADMIN_PASSWORD', 'a new long password');
    const fresh = await import('@/lib/auth/sign-in');
    expect((await fresh.signIn('admin', password)).ok).toBe(false);
    expect((await fresh.signIn('admin', 'a new long password')).ok).toBe(true);
    await expect(requireUser('viewer')).rejects.toMatchObject({ reason: 'signed-out' });
    vi.unstubAllEnvs();
  });

  it('has the tables better-auth expects', async () => {
    const { missingTables } = await import('@/lib/auth/better-auth');
    expect(await missingTables()).toBe('');
  });
});
