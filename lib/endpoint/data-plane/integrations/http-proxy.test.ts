import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { createHttpIntegration, type HttpCall } from './http-proxy.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<{ port: number; connections: () => number }> {
  let connections = 0;
  const server: Server = createServer(listener);
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

function call(url: string, isLoopbackAllowed: boolean, more: Partial<HttpCall> = {}) {
  const http = createHttpIntegration({ isLoopbackAllowed });
  closers.push(() => http.close());
  return http.call({
    method: 'GET',
    url,
    headers: new Map(),
    body: Buffer.alloc(0),
    timeoutMs: 2000,
    ...more,
  });
}

test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])(
  'loopback as %s is not even connected to',
  async (host) => {
    const { port, connections } = await serve((_request, response) => response.end('secret'));
    expect(await call(`http://${host}:${port}/`, false)).toMatchObject({ kind: 'failed' });
    expect(connections()).toBe(0);
  },
);

test('a redirect is handed on, not followed', async () => {
  const { port } = await serve((_request, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  });
  expect(await call(`http://127.0.0.1:${port}/`, true)).toMatchObject({
    kind: 'answered',
    answer: { status: 302, headers: { location: 'http://169.254.169.254/' } },
  });
});

test('headers of one hop stay on their hop', async () => {
  const { port } = await serve((request, response) => {
    response.setHeader('keep-alive', 'timeout=9');
    response.end(JSON.stringify(request.headers));
  });
  const headers = new Map([
    ['host', ['evil.example']],
    ['x-several', ['1', '2']],
    ['cookie', ['a=1', 'b=2']],
  ]);
  const result = await call(`http://127.0.0.1:${port}/`, true, { headers });
  if (result.kind !== 'answered') throw new Error(result.reason);
  const seen = JSON.parse(Buffer.from(result.answer.body).toString()) as Record<string, string>;
  expect(seen).toMatchObject({ host: `127.0.0.1:${port}`, 'x-several': '1, 2', cookie: 'a=1; b=2' });
  expect(Object.keys(result.answer.headers)).toEqual(['date']);
});

test.each(['ftp://example.com/', 'nonsense', 'file:///etc/passwd'])('%s is no back end', async (url) => {
  expect(await call(url, true)).toMatchObject({ kind: 'failed' });
});

test('what HTTP cannot carry fails, and nothing is thrown', async () => {
  const { port } = await serve((_request, response) => response.end());
  const url = `http://127.0.0.1:${port}/`;
  expect(await call(url, true, { headers: new Map([['a b', ['c']]]) })).toMatchObject({ kind: 'failed' });
  expect(await call(url, true, { method: 'B AD' })).toMatchObject({ kind: 'failed' });
});

test('a slow drip does not outlast the limit', async () => {
  const { port } = await serve((_request, response) => {
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  });
  const startedAt = performance.now();
  const result = await call(`http://127.0.0.1:${port}/`, true, { timeoutMs: 200 });
  expect(result).toMatchObject({ kind: 'unavailable' });
  expect(performance.now() - startedAt).toBeLessThan(1500);
});

test('a TLS handshake asks for the server name that is to be verified, and Host is what was given', async () => {
  const asked = new Promise<string>((resolve) => {
    const server = createTlsServer({
      SNICallback: (name, done) => {
        resolve(name);
        done(new Error('no certificate'));
      },
    });
    closers.push(() => server.close());
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      void call(`https://127.0.0.1:${port}/`, true, { serverName: 'inside.test', host: 'other.test' });
    });
  });
  expect(await asked).toBe('inside.test');
  const { port } = await serve((request, response) => response.end(request.headers.host));
  const answered = await call(`http://127.0.0.1:${port}/`, true, { host: 'other.test' });
  expect(answered).toMatchObject({ answer: { body: Buffer.from('other.test') } });
});
