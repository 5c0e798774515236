import { createPublicKey, X509Certificate } from 'node:crypto';
import net from 'node:net';
import tls from 'node:tls';
import { expect, test } from 'vitest';
import { int32, cString, message, readFields } from '../framing.ts';
import { isTokenFor } from '../iam-token.ts';
import { MessageReader } from '../reader.ts';
import { startFakePostgres } from './fake-postgres.ts';
import { account, certificate, connect, openRds } from './harness.ts';

test('the certificate is one that OpenSSL reads, and it has signed itself', () => {
  const read = new X509Certificate(certificate.cert);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.ca).toBe(true);
  expect(read.checkHost('localhost')).toBe('localhost');
  expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(createPublicKey(certificate.key).export({ type: 'spki', format: 'der' })).toEqual(
    read.publicKey.export({ type: 'spki', format: 'der' }),
  );
});

/** Signs in over TLS that trusts the certificate, with a password in clear, and tells what came of it. */
async function signIn(port: number, password: string): Promise<string> {
  const raw = net.connect(port, '127.0.0.1');
  raw.write(Buffer.concat([int32(8), int32(80_877_103)]));
  const plain = new MessageReader(raw);
  expect((await plain.bytes(1)).toString()).toBe('S');
  plain.release();
  const socket = tls.connect({
    socket: raw,
    ca: certificate.cert,
    host: 'localhost',
    servername: 'localhost',
  });
  const reader = new MessageReader(socket);
  const body = Buffer.from(`user\0app\0database\0shop\0\0`);
  socket.write(Buffer.concat([int32(body.length + 8), int32(196_608), body]));
  try {
    for (;;) {
      const { type, body: content } = await reader.message();
      if (type === 'R' && content.readInt32BE(0) === 3) socket.write(message('p', cString(password)));
      if (type === 'E') return readFields(content).get('M') ?? '';
      if (type === 'Z') return 'signed in';
    }
  } finally {
    socket.destroy();
  }
}

function tokenAt(port: number, more: { user?: string; dateMs?: number; key?: string } = {}): string {
  const date = new Date(more.dateMs ?? Date.now()).toISOString().replace(/[-:]|\.\d+/g, '');
  const query = new URLSearchParams({
    Action: 'connect',
    DBUser: more.user ?? 'app',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${more.key ?? 'test'}/${date.slice(0, 8)}/us-east-1/rds-db/aws4_request`,
    'X-Amz-Date': date,
    'X-Amz-Expires': '900',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': 'a'.repeat(64),
  });
  return `127.0.0.1:${port}/?${query.toString()}`;
}

test('with IAM a token signs in over TLS, and a password does not', async () => {
  const database = await startFakePostgres();
  await using own = await openRds();
  const SecretArn = await own.secret('app', 'secret');
  const port = await own.proxy({ SecretArn, Auth: [{ SecretArn, IAMAuth: 'REQUIRED' }], RequireTLS: true });
  await own.register(database.port);
  expect(await signIn(port, tokenAt(port))).toBe('signed in');
  expect(await signIn(port, 'secret')).toContain('The IAM authentication failed for the role app');
  expect(await signIn(port, tokenAt(port, { user: 'other' }))).toContain('failed');
  expect(await signIn(port, tokenAt(port + 1))).toContain('failed');
  expect(await signIn(port, tokenAt(port, { dateMs: Date.now() - 3_600_000 }))).toContain('failed');
  expect(await signIn(port, tokenAt(port, { key: '111111111111' }))).toContain('failed');
  await database.close();
});

test('without TLS nobody comes in where it is required', async () => {
  await using own = await openRds();
  const port = await own.proxy({ SecretArn: await own.secret('app', 'secret'), RequireTLS: true });
  const raw = net.connect(port, '127.0.0.1');
  const body = Buffer.from('user\0app\0\0');
  raw.write(Buffer.concat([int32(body.length + 8), int32(196_608), body]));
  const answer = await new MessageReader(raw).message();
  expect(readFields(answer.body).get('M')).toBe('This RDS Proxy requires TLS connections');
  raw.destroy();
  // By TLS with the right password it fails later: there is no database.
  await expect(connect(port)).rejects.toThrow('This RDS proxy has no target.');
});

test('a signature that is not by a known key is none', () => {
  const proxy = { accountId: account, port: 5000 } as Parameters<typeof isTokenFor>[0]['proxy'];
  const asked = { proxy, user: 'app', token: tokenAt(5000), nowMs: Date.now() };
  expect(isTokenFor(asked, () => ({ accountId: account }))).toBe(true);
  expect(isTokenFor(asked, () => undefined)).toBe(false);
  expect(isTokenFor({ ...asked, token: 'x' }, () => ({ accountId: account }))).toBe(false);
});
