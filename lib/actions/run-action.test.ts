import fs from 'node:fs';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { runAction, type ActionSpec } from '@/lib/actions/run-action';
import { listAudit } from '@/lib/audit/read';
import type { User } from '@/lib/auth/user';
import { ConnectionError } from '@/lib/connections/connection';
import { consoleError } from '@/lib/domain/console-error';
import { refuse, succeed } from '@/lib/shared/result';

const state = vi.hoisted(() => ({
  user: undefined as User | undefined,
  revalidated: [] as string[],
  cookie: '',
}));
const folder = vi.hoisted(() => `${process.env['TMPDIR'] ?? '/tmp'}/lambdeck-run-action-${process.pid}`);
vi.hoisted(() => {
  process.env['LAMBDECK_DATA'] = folder;
  process.env['LAMBDECK_ADMIN_PASSWORD'] = 'a long password';
  process.env['LAMBDECK_LOG_LEVEL'] = 'silent';
});
vi.mock('next/cache', () => ({ revalidatePath: (value: string) => state.revalidated.push(value) }));
vi.mock('@/lib/auth/session', () => ({ currentSessionUser: () => Promise.resolve(state.user) }));

const admin: User = { id: 'a', name: 'ada', role: 'admin' };
const viewer: User = { id: 'v', name: 'vic', role: 'viewer' };
const schema = z.object({
  name: z.string(),
  timeoutSeconds: z.number().max(900, 'Timeout is at most 900 sec'),
});

function spec(run: ActionSpec<typeof schema, string>['run']): ActionSpec<typeof schema, string> {
  return {
    role: 'developer',
    schema,
    audit: 'function.configuration-update',
    operation: 'lambda:UpdateFunctionConfiguration',
    place: () => ({ connectionId: 'local', region: 'us-east-1' }),
    target: (input) => input.name,
    details: (input) => ({ timeoutSeconds: input.timeoutSeconds }),
    revalidate: (input) => [`/f/${input.name}`],
    run,
  };
}

const newest = () => listAudit({ pageSize: 1 }).records[0];
const input = { name: 'orders', timeoutSeconds: 15 };

beforeEach(() => {
  state.user = admin;
  state.revalidated = [];
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('runAction', () => {
  it('runs, records and revalidates for someone who may', async () => {
    const result = await runAction(
      spec((given, user) => Promise.resolve(succeed(`${given.name} by ${user.name}`))),
      input,
    );
    expect(result).toEqual({ ok: true, data: 'orders by ada' });
    expect(state.revalidated).toEqual(['/f/orders']);
    expect(newest()).toMatchObject({
      actor: admin,
      action: 'function.configuration-update',
      place: { connectionId: 'local', region: 'us-east-1' },
      target: 'orders',
      outcome: 'ok',
      details: { timeoutSeconds: 15 },
    });
  });

  it('refuses a weaker role before anything runs, and records who tried what', async () => {
    state.user = viewer;
    const run = vi.fn();
    const result = await runAction(spec(run), input);
    expect(result).toMatchObject({ ok: false, error: { kind: 'denied' } });
    expect(run).not.toHaveBeenCalled();
    expect(newest()).toMatchObject({ actor: viewer, target: 'orders', outcome: 'refused', kind: 'denied' });
  });

  it('refuses strangers without letting them write to the audit log', async () => {
    const before = newest()?.id;
    state.user = undefined;
    const result = await runAction(spec(vi.fn()), input);
    expect(result).toMatchObject({ ok: false, error: { kind: 'denied' } });
    expect(newest()?.id).toBe(before);
  });

  it('names the field of the first broken rule', async () => {
    const run = vi.fn();
    const result = await runAction(spec(run), { name: 'orders', timeoutSeconds: 901 });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field: 'timeoutSeconds', message: 'Timeout is at most 900 sec' },
    });
    expect(run).not.toHaveBeenCalled();
    expect(newest()).toMatchObject({ outcome: 'refused', kind: 'invalid' });
  });

  it('passes a returned refusal on and does not revalidate', async () => {
    const error = consoleError('conflict', 'Someone else changed it.', { requestId: 'r-1' });
    const result = await runAction(
      spec(() => Promise.resolve(refuse(error))),
      input,
    );
    expect(result).toEqual({ ok: false, error });
    expect(state.revalidated).toEqual([]);
    expect(newest()).toMatchObject({ outcome: 'refused', kind: 'conflict', requestId: 'r-1' });
  });

  it('translates what lib/connections throws', async () => {
    const result = await runAction(
      spec(() => Promise.reject(new ConnectionError('not-found', 'There is no connection x.'))),
      input,
    );
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'not-found', message: 'There is no connection x.' },
    });
  });

  it('keeps the message of a surprise on the server and gives a reference', async () => {
    const result = await runAction(
      spec(() => Promise.reject(new TypeError('secret-ish detail'))),
      input,
    );
    expect(result).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
    expect(JSON.stringify(result)).not.toContain('secret-ish');
    expect(result.ok ? '' : result.error.reference).toMatch(/^[0-9a-f-]{36}$/);
    expect(newest()).toMatchObject({ outcome: 'failed', kind: 'unexpected' });
  });

  it("lets the framework's redirects through, recorded as done", async () => {
    const { redirect } = await import('next/navigation');
    const before = newest()?.id ?? 0;
    const going = runAction(
      spec(() => redirect('/elsewhere')),
      input,
    );
    await expect(going).rejects.toThrow('NEXT_REDIRECT');
    expect(newest()).toMatchObject({ id: before + 1, outcome: 'ok' });
  });
});
