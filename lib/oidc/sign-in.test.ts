import fs from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as callback } from '@/app/(auth)/sign-in/callback/route';
import { GET as start } from '@/app/(auth)/sign-in/start/route';
import { listAudit } from '@/lib/audit/read';
import { requireUser } from '@/lib/auth/guard';
import { signIn } from '@/lib/auth/sign-in';
import {
  createUser,
  deleteUser,
  disableUser,
  enableUser,
  listUsers,
  resetUserPassword,
  setUserRole,
} from '@/lib/auth/users';
import { getConfig } from '@/lib/config';
import { db } from '@/lib/db/database';
import { openTestIssuer, type Lies, type TestIssuer, type TestPerson } from '@/lib/tools/test-issuer';

const folder = vi.hoisted(() => `${process.env['TMPDIR'] ?? '/tmp'}/lambdeck-oidc-${process.pid}`);
const jar = vi.hoisted(() => ({
  cookies: new Map<string, string>(),
  set: [] as object[],
  headers: new Headers(),
}));
vi.hoisted(() => {
  process.env['LAMBDECK_DATA'] = folder;
  process.env['LAMBDECK_ADMIN_PASSWORD'] = 'correct horse battery';
  process.env['LAMBDECK_LOG_LEVEL'] = 'silent';
});
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(jar.headers),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (jar.cookies.has(name) ? { value: jar.cookies.get(name) } : undefined),
      set: (name: string, value: string, options: { maxAge: number }) => {
        jar.set.push({ name, ...options });
        if (options.maxAge === 0) jar.cookies.delete(name);
        else jar.cookies.set(name, value);
        send();
      },
    }),
}));

const origin = 'http://127.0.0.1:3000';
const ada: TestPerson = { sub: 'u-1', preferred_username: 'ada', groups: ['engineers'] };
let issuer: TestIssuer;

/** The browser's next request carries the cookies it has. */
function send(extra: Record<string, string> = {}): void {
  const cookie = [...jar.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
  jar.headers = new Headers({ host: '127.0.0.1:3000', 'x-forwarded-for': '10.9.0.1', cookie, ...extra });
}

/** A browser without cookies. */
function clearBrowser(): void {
  jar.cookies.clear();
  jar.set.length = 0;
  send();
}

const ask = (path: string) => new Request(`${origin}${path}`, { headers: jar.headers });
const locationOf = (response: Response) => response.headers.get('location') ?? '';

/** Follows the way to the provider; where it sends the browser back, as a path of ours. */
async function toProvider(next = '/functions'): Promise<string> {
  const begun = await start(ask(`/sign-in/start?next=${encodeURIComponent(next)}`));
  if (!locationOf(begun).startsWith(issuer.url)) return locationOf(begun);
  const back = await fetch(locationOf(begun), { redirect: 'manual' });
  expect(back.status).toBe(303);
  return locationOf(back).slice(origin.length);
}

/** The whole way; where it ends. */
async function signInBy(person: TestPerson | undefined, lies: Lies = {}): Promise<string> {
  issuer.person = person;
  issuer.lies = lies;
  const back = await toProvider();
  return back.startsWith('/sign-in/callback') ? locationOf(await callback(ask(back))) : back;
}

const userOf = (name: string) => listUsers().find((user) => user.name === name);
const lastRecord = () => listAudit({ pageSize: 1 }).records[0];
const who = () =>
  requireUser('viewer').then(
    ({ name, role }) => `${name} ${role}`,
    ({ reason }: { reason: string }) => reason,
  );

beforeAll(async () => {
  issuer = await openTestIssuer();
  vi.stubEnv('LAMBDECK_OIDC_ISSUER', issuer.url);
  vi.stubEnv('LAMBDECK_OIDC_CLIENT_ID', issuer.clientId);
  vi.stubEnv('LAMBDECK_OIDC_CLIENT_SECRET', issuer.clientSecret);
  vi.stubEnv('LAMBDECK_OIDC_ROLES', 'operators=admin,engineers=developer');
});
afterAll(async () => {
  await issuer[Symbol.asyncDispose]();
  fs.rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  db().statement('DELETE FROM sign_in_failures').run();
  issuer.lies = {};
  issuer.userinfo = {};
  clearBrowser();
});

describe('a sign-in through the provider', () => {
  it('is asked for by code, PKCE, state and nonce, and ends where it was wanted with the role of the group', async () => {
    const begun = new URL(locationOf(await start(ask('/sign-in/start?next=/audit'))));
    expect(`${begun.origin}${begun.pathname}`).toBe(`${issuer.url}/authorize`);
    expect(begun.searchParams.get('redirect_uri')).toBe(`${origin}/sign-in/callback`);
    expect(begun.searchParams.get('scope')).toBe('openid profile email');
    expect(await signInBy(ada)).toBe('/functions');
    expect(await who()).toBe('ada developer');
    expect(lastRecord()).toMatchObject({
      actor: { name: 'ada', role: 'developer' },
      action: 'session.sign-in',
      outcome: 'ok',
      details: { issuer: issuer.url, groups: ['engineers'] },
    });
    expect(jar.cookies.has('lambdeck.sign_in')).toBe(false);
    expect(jar.set).toContainEqual(
      expect.objectContaining({
        name: 'lambdeck.session_token',
        httpOnly: true,
        sameSite: 'lax',
        secure: false,
      }),
    );
  });

  it('knows the person again, follows name and groups, and ends sessions of a stronger role', async () => {
    await signInBy({ ...ada, groups: ['engineers', 'operators'] });
    const before = new Map(jar.cookies);
    const { id } = userOf('ada') ?? {};
    expect(await who()).toBe('ada admin');
    clearBrowser();
    await signInBy({ ...ada, preferred_username: 'ada.l' });
    expect(userOf('ada.l')).toMatchObject({ id, role: 'developer', issuer: issuer.url });
    expect(await who()).toBe('ada.l developer');
    jar.cookies = before;
    send();
    expect(await who()).toBe('signed-out');
  });

  it('refuses whom no group lets in, says why in the audit log, and ends what they had open', async () => {
    await signInBy(ada);
    const before = new Map(jar.cookies);
    clearBrowser();
    expect(await signInBy({ ...ada, groups: ['guests'] })).toBe('/sign-in?problem=no-role');
    expect(lastRecord()).toMatchObject({
      actor: { name: 'ada', role: 'none' },
      outcome: 'refused',
      kind: 'denied',
      details: { reason: 'No group in the claim groups gives a role.', groups: ['guests'] },
    });
    jar.cookies = before;
    send();
    expect(await who()).toBe('signed-out');
  });

  it('reads groups from the userinfo endpoint when the token has none, of the same person only', async () => {
    issuer.userinfo = { groups: ['operators'] };
    const grace = { sub: 'u-2', email: 'grace@example.com' };
    await signInBy(grace);
    expect(await who()).toBe('grace@example.com admin');
    clearBrowser();
    expect(await signInBy(grace, { userinfo: (claims) => ({ ...claims, sub: 'u-1' }) })).toContain(
      'untrusted',
    );
    expect(await who()).toBe('signed-out');
  });

  it('never opens a local account, whatever name or address the provider tells', async () => {
    const local = await createUser('vic@example.com', 'admin', 'a password of vic');
    await signInBy({ sub: 'u-3', email: 'vic@example.com', email_verified: true, groups: ['engineers'] });
    expect(await who()).toMatch(/^vic@example\.com \([0-9a-f]{8}\) developer$/);
    clearBrowser();
    await signInBy({ sub: 'u-4', preferred_username: 'Admin', groups: ['engineers'] });
    expect(await who()).toMatch(/^Admin \([0-9a-f]{8}\) developer$/);
    expect(userOf('admin')).toMatchObject({ issuer: undefined, role: 'admin' });
    if (local.ok) deleteUser(local.data.id);
  });

  it('cannot be entered by password, nor its role or password be set here', async () => {
    await signInBy(ada);
    const id = userOf('ada')?.id ?? '';
    const from = { address: '10.9.0.7', sleep: () => Promise.resolve() };
    expect(await signIn('ada', '', from)).toMatchObject({ error: { kind: 'denied' } });
    expect(await resetUserPassword(id, 'a new long password')).toMatchObject({ error: { kind: 'conflict' } });
    expect(setUserRole(id, 'admin')).toMatchObject({ error: { kind: 'conflict' } });
    expect(await createUser('ADA', 'viewer', 'a long password')).toMatchObject({
      error: { kind: 'conflict' },
    });
  });

  it('stays out when an administrator has disabled the user, and the last local administrator stays in', async () => {
    await signInBy({ ...ada, groups: ['operators'] });
    const id = userOf('ada')?.id ?? '';
    expect(disableUser(userOf('admin')?.id ?? '')).toMatchObject({ error: { kind: 'conflict' } });
    expect(disableUser(id).ok).toBe(true);
    expect(await who()).toBe('signed-out');
    expect(await signInBy({ ...ada, groups: ['operators'] })).toBe('/sign-in?problem=disabled');
    expect(await who()).toBe('signed-out');
    enableUser(id);
    expect(await signInBy(ada)).toBe('/functions');
  });

  it('ends when the provider is no longer configured', async () => {
    await signInBy(ada);
    const oidc = vi.spyOn(getConfig() as { oidc: object | undefined }, 'oidc', 'get');
    expect(oidc).toBeDefined();
    oidc.mockReturnValue(undefined);
    expect(await who()).toBe('signed-out');
    oidc.mockRestore();
    expect(await who()).toBe('ada developer');
  });
});

describe('an answer that proves nothing', () => {
  const now = () => Math.floor(Date.now() / 1000);
  it.each<[string, Lies]>([
    ['another signature', { hasOtherKey: true }],
    ['a signature by the client secret', { header: { alg: 'HS256' } }],
    ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://evil.example' }) }],
    ['another audience', { claims: (claims) => ({ ...claims, aud: 'another-client' }) }],
    ['several audiences', { claims: (claims) => ({ ...claims, aud: ['lambdeck', 'another-client'] }) }],
    ['another authorized party', { claims: (claims) => ({ ...claims, azp: 'another-client' }) }],
    ['another nonce', { claims: (claims) => ({ ...claims, nonce: 'of another sign-in' }) }],
    ['no nonce', { claims: ({ nonce: _, ...claims }) => claims }],
    ['no end', { claims: ({ exp: _, ...claims }) => claims }],
    ['no subject', { claims: ({ sub: _, ...claims }) => claims }],
    ['an end in the past', { claims: (claims) => ({ ...claims, exp: now() - 120 }) }],
    ['an old age', { claims: (claims) => ({ ...claims, iat: now() - 3_600 }) }],
    ['a beginning in the future', { claims: (claims) => ({ ...claims, nbf: now() + 3_600 }) }],
  ])('is refused: an ID token with %s', async (_what, lies) => {
    expect(await signInBy(ada, lies)).toBe('/sign-in?problem=untrusted');
    expect(await who()).toBe('signed-out');
    expect(lastRecord()).toMatchObject({
      action: 'session.sign-in',
      outcome: 'refused',
      actor: { name: 'nobody' },
    });
    expect(String(lastRecord()?.details.reason)).toMatch(/^The ID token was refused: /);
  });

  it.each<[string, Lies, string]>([
    [
      'names another issuer',
      { redirect: (back) => (back.set('iss', 'https://evil.example'), back) },
      'untrusted',
    ],
    ['names no issuer', { redirect: (back) => (back.delete('iss'), back) }, 'untrusted'],
    ['has another state', { redirect: (back) => (back.set('state', 'x'.repeat(43)), back) }, 'expired'],
    ['has no code', { redirect: (back) => (back.delete('code'), back) }, 'untrusted'],
    ['has a code made up', { redirect: (back) => (back.set('code', 'made-up'), back) }, 'expired'],
  ])('is refused when the answer %s', async (_what, lies, problem) => {
    expect(await signInBy(ada, lies)).toBe(`/sign-in?problem=${problem}`);
    expect(await who()).toBe('signed-out');
  });

  it('is refused in another browser, a second time, and after ten minutes', async () => {
    issuer.person = ada;
    const back = await toProvider();
    const pending = new Map(jar.cookies);
    clearBrowser();
    expect(locationOf(await callback(ask(back)))).toBe('/sign-in?problem=expired');
    jar.cookies = new Map(pending);
    send();
    vi.useFakeTimers({ now: Date.now() + 601_000, toFake: ['Date'] });
    expect(locationOf(await callback(ask(back)))).toBe('/sign-in?problem=expired');
    vi.useRealTimers();
    jar.cookies = new Map(pending);
    expect(locationOf(await callback(ask(back)))).toBe('/functions');
    jar.cookies = new Map(pending);
    expect(locationOf(await callback(ask(back)))).toBe('/sign-in?problem=expired');
  });

  it('is a no when the person says no', async () => {
    expect(await signInBy(undefined)).toBe('/sign-in?problem=declined');
    expect(lastRecord()?.details.reason).toBe('The provider answered with access_denied.');
  });
});

describe('a provider that is not as it should be', () => {
  let hours = 0;
  /** The way to the provider hours later, when what it has said of itself counts no more. */
  async function asNew(lies: Lies): Promise<string> {
    hours += 2;
    vi.useFakeTimers({ now: Date.now() + hours * 60 * 60 * 1000, toFake: ['Date'] });
    issuer.lies = lies;
    issuer.person = ada;
    const back = await toProvider().finally(() => vi.useRealTimers());
    return back;
  }
  const discovery = '/.well-known/openid-configuration';

  it.each<[string, Lies, string]>([
    ['is down', { answer: { path: discovery, status: 503, body: '' } }, 'unreachable'],
    [
      'answers with a page',
      { answer: { path: discovery, status: 200, body: '<p>Hello</p>' } },
      'unreachable',
    ],
    [
      'answers without end',
      { answer: { path: discovery, status: 200, body: 'x'.repeat(600_000) } },
      'unreachable',
    ],
    ['sends elsewhere', { answer: { path: discovery, status: 302, body: '' } }, 'unreachable'],
    ['is another issuer', { discovery: (all) => ({ ...all, issuer: 'https://evil.example' }) }, 'untrusted'],
    [
      'leads to http elsewhere',
      { discovery: (all) => ({ ...all, token_endpoint: 'http://10.0.0.1/' }) },
      'untrusted',
    ],
    [
      'leads to no address',
      { discovery: (all) => ({ ...all, authorization_endpoint: 'javascript:1' }) },
      'untrusted',
    ],
    ['has no keys', { discovery: ({ jwks_uri: _, ...all }) => all }, 'unreachable'],
  ])(
    'is told on the sign-in page when it %s, and asked again the next time',
    async (_what, lies, problem) => {
      expect(await asNew(lies)).toBe(`/sign-in?next=%2Ffunctions&problem=${problem}`);
      expect(await signInBy(ada)).toBe('/functions');
    },
  );

  it('reaches no address that it names but that the console may not reach', async () => {
    const back = await asNew({
      discovery: (all) => ({ ...all, token_endpoint: 'https://169.254.169.254/token' }),
    });
    expect(locationOf(await callback(ask(back)))).toBe('/sign-in?problem=unreachable');
    expect(String(lastRecord()?.details.reason)).toContain('may not reach');
    await asNew({});
  });

  it.each<[string, Lies, string]>([
    ['tokens', { answer: { path: '/token', status: 500, body: '' } }, 'unreachable'],
    [
      'a client',
      { answer: { path: '/token', status: 401, body: '{"error":"invalid_client"}' } },
      'misconfigured',
    ],
    ['an ID token', { answer: { path: '/token', status: 200, body: '{"access_token":"x"}' } }, 'untrusted'],
  ])('is told apart when it has not %s', async (_what, lies, problem) => {
    expect(await signInBy(ada, lies)).toBe(`/sign-in?problem=${problem}`);
    expect(await who()).toBe('signed-out');
  });

  it('keeps nobody waiting for ever', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.spyOn(AbortSignal, 'timeout').mockImplementationOnce(() =>
      AbortSignal.abort(new DOMException('', 'TimeoutError')),
    );
    expect(await signInBy(ada, { silent: '/token' })).toBe('/sign-in?problem=unreachable');
    vi.useRealTimers();
    expect((await signIn('admin', 'correct horse battery')).ok).toBe(true);
  });
});

describe('the way there and back', () => {
  it('leads to paths of the console alone', async () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:1',
      '/a b',
    ]) {
      issuer.person = ada;
      const back = await toProvider(next);
      expect(locationOf(await callback(ask(back)))).toBe('/');
      clearBrowser();
    }
  });

  it('is not begun by another site', async () => {
    send({ 'sec-fetch-site': 'cross-site' });
    expect(locationOf(await start(ask('/sign-in/start?next=/audit')))).toBe('/sign-in?next=%2Faudit');
    expect(jar.set).toEqual([]);
  });

  it('is https where a proxy in front says so', async () => {
    send({ host: 'deck.example', 'x-forwarded-proto': 'https' });
    const begun = new URL(locationOf(await start(ask('/sign-in/start'))));
    expect(begun.searchParams.get('redirect_uri')).toBe('https://deck.example/sign-in/callback');
    expect(jar.set).toContainEqual(
      expect.objectContaining({
        name: 'lambdeck.sign_in',
        secure: true,
        httpOnly: true,
        path: '/sign-in',
        maxAge: 600,
      }),
    );
  });

  it('is closed to an address after twenty failures, and a success forgets those of this way', async () => {
    for (let index = 0; index < 19; index += 1) await callback(ask('/sign-in/callback?state=x'));
    expect(await signInBy(ada)).toBe('/functions');
    clearBrowser();
    for (let index = 0; index < 20; index += 1) await callback(ask('/sign-in/callback?state=x'));
    expect(await signInBy(ada)).toBe('/sign-in?problem=throttled');
    expect(await signIn('admin', 'correct horse battery', { address: '10.9.0.1' })).toMatchObject({
      error: { kind: 'throttled' },
    });
  });

  it('leaves no code, token or secret in the database or the browser', async () => {
    const fetched: string[] = [];
    issuer.person = ada;
    const back = await toProvider();
    fetched.push(new URL(back, origin).searchParams.get('code') ?? '');
    const pending = jar.cookies.get('lambdeck.sign_in') ?? '';
    expect(pending).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
    await callback(ask(back));
    const bytes = ['console.db', 'console.db-wal']
      .map((name) => fs.readFileSync(`${folder}/console/${name}`, 'latin1'))
      .join('');
    expect(bytes.includes('ada')).toBe(true);
    for (const secret of [
      ...fetched,
      issuer.clientSecret,
      'eyJ',
      jar.cookies.get('lambdeck.session_token') ?? 'none',
    ]) {
      expect(bytes.includes(secret), secret).toBe(false);
    }
  });
});
