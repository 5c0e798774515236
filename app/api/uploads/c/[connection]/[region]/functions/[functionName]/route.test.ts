import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';

// Everything here is refused before anything is asked of AWS; what comes after is proved in the browser tests.
vi.mock('@/lib/actions/functions/deploy-code', () => ({
  deployCode: () => Promise.reject(new Error('Nothing refused may reach the deploy.')),
}));

const { PUT } = await import('./route');
const params = Promise.resolve({ connection: 'local', region: 'us-east-1', functionName: 'orders' });
const body = Buffer.from('zip');
const sha256 = createHash('sha256').update(body).digest('hex');

function put(headers: Record<string, string>) {
  const url = 'http://localhost:3000/api/uploads/c/local/us-east-1/functions/orders';
  const stated = {
    host: 'localhost:3000',
    'content-length': String(body.length),
    'x-content-sha256': sha256,
  };
  return PUT(new Request(url, { method: 'PUT', body, headers: { ...stated, ...headers } }), { params });
}

it.each([
  ['another origin', { origin: 'http://evil.example' }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a rebound host', { host: 'evil.example:3000' }, 403],
  ['a length over 50 MB', { 'content-length': String(50 * 1024 * 1024 + 1) }, 413],
  ['no digest', { 'x-content-sha256': '' }, 400],
  ['a digest of something else', { 'x-content-sha256': '0'.repeat(64) }, 400],
  ['a body shorter than stated', { 'content-length': '4' }, 400],
])('refuses %s', async (_, headers, status) => {
  expect((await put(headers)).status).toBe(status);
});
