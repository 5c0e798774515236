import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createConnectionAction } from '@/lib/actions/connections/create-connection';
import { deleteConnectionAction } from '@/lib/actions/connections/delete-connection';
import { testConnectionAction, testConnectionFormAction } from '@/lib/actions/connections/test-connection';
import { updateConnectionAction } from '@/lib/actions/connections/update-connection';
import { listAudit } from '@/lib/audit/read';
import { getConnectionOrThrow, readConnectionSecrets } from '@/lib/connections/store';
import { getConnection, getConnections } from '@/lib/queries/connections';

const folder = vi.hoisted(
  () => `${process.env['TMPDIR'] ?? '/tmp'}/lambdeck-connection-actions-${process.pid}`,
);
vi.hoisted(() => {
  process.env['LAMBDECK_DATA'] = folder;
  process.env['LAMBDECK_LOG_LEVEL'] = 'silent';
});
vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));

/** An endpoint that knows who asks, lists functions, denies logs and has no IAM. */
const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    if (request.url?.includes('/functions')) response.end('{"Functions":[]}');
    else if (request.headers['x-amz-target']?.includes('DescribeLogGroups')) {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end('{"__type":"AccessDeniedException","message":"No logs for you."}');
    } else if (body.includes('GetCallerIdentity')) {
      response.end(
        '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/u</Arn>' +
          '<Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
      );
    } else response.writeHead(501).end();
  });
});
let values = {
  id: 'box',
  name: 'Box',
  tone: 'shared' as const,
  region: 'eu-west-1',
  kind: 'custom-endpoint' as const,
  endpointUrl: '',
  accessKeyId: 'AKIABOX',
  secretAccessKey: 'very-secret-key',
};

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  values = { ...values, endpointUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('a connection from first try to deletion', () => {
  it('says operation by operation what an endpoint can do, before and after it is saved', async () => {
    const expected = {
      ok: true,
      data: {
        accountId: '123456789012',
        arn: 'arn:aws:iam::123456789012:user/u',
        checks: [
          { operation: 'sts:GetCallerIdentity', outcome: 'ok' },
          { operation: 'lambda:ListFunctions', outcome: 'ok' },
          { operation: 'logs:DescribeLogGroups', outcome: 'denied', message: 'No logs for you.' },
          { operation: 'iam:ListRoles', outcome: 'unsupported' },
        ],
      },
    };
    expect(await testConnectionFormAction(values)).toMatchObject(expected);
    expect(await createConnectionAction(values)).toEqual({ ok: true, data: { id: 'box' } });
    expect(await testConnectionAction({ id: 'box' })).toMatchObject(expected);
  });

  it('does not hand the keys to a page', async () => {
    expect(JSON.stringify([await getConnection('box'), await getConnections()])).not.toContain(
      'very-secret-key',
    );
    expect(await getConnection('box')).toMatchObject({ ok: true, data: { hasSecret: true } });
  });

  it('refuses the same id twice', async () => {
    expect(await createConnectionAction(values)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  });

  it('keeps the keys through an edit, and asks for new ones when the key id changes', async () => {
    const { secretAccessKey: _typed, ...kept } = values;
    expect(await updateConnectionAction({ ...kept, name: 'Big box' })).toMatchObject({ ok: true });
    expect(getConnectionOrThrow('box').name).toBe('Big box');
    expect(readConnectionSecrets('box')).toEqual({ secretAccessKey: 'very-secret-key' });
    expect(await updateConnectionAction({ ...kept, accessKeyId: 'AKIAOTHER' })).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field: 'secretAccessKey' },
    });
  });

  it.each([
    [{ endpointUrl: 'http://169.254.169.254/' }, 'denied', 'endpointUrl'],
    [{ endpointUrl: 'http://10.0.0.1/' }, 'denied', 'endpointUrl'],
    [{ endpointUrl: 'http://user:pass-in-url@127.0.0.1/' }, 'denied', 'endpointUrl'],
    [{ endpointUrl: 'gopher://127.0.0.1/' }, 'invalid', 'endpointUrl'],
    [{ secretAccessKey: '' }, 'invalid', 'secretAccessKey'],
    [{ id: 'Not an id' }, 'invalid', 'id'],
    [{ region: 'moon' }, 'invalid', 'region'],
    [{ kind: 'assumed-role' as const, sourceConnectionId: 'local', roleArn: 'x' }, 'invalid', 'roleArn'],
  ])('refuses %o as %s at %s', async (part, kind, field) => {
    expect(await createConnectionAction({ ...values, id: 'other', ...part })).toMatchObject({
      ok: false,
      error: { kind, field },
    });
  });

  it('deletes it, once, and never the built-in one', async () => {
    expect(await deleteConnectionAction({ id: 'box' })).toEqual({ ok: true, data: null });
    expect(await deleteConnectionAction({ id: 'box' })).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
    expect(await deleteConnectionAction({ id: 'local' })).toMatchObject({
      ok: false,
      error: { kind: 'denied' },
    });
  });

  it('leaves a record of each act without a secret in it', () => {
    const { records } = listAudit({ pageSize: 100 });
    expect(records.filter(({ outcome }) => outcome === 'ok').map(({ action }) => action)).toEqual([
      'connection.delete',
      'connection.update',
      'connection.test',
      'connection.create',
      'connection.test',
    ]);
    expect(records.filter(({ outcome }) => outcome === 'refused')).toHaveLength(12);
    expect(JSON.stringify(records)).not.toMatch(/very-secret-key|pass-in-url/);
  });
});
