import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestContext } from '../services/service.ts';
import type { HostedPlane } from './hosted-plane.ts';
import { isServedHost } from './steps/check-host.ts';
import { fakeAuthorization, form, sendRaw } from './test/raw-request.ts';
import { startTestEndpoint, testService, type TestEndpoint } from './test/start-test-endpoint.ts';

let endpoint: TestEndpoint;
let calls = 0;

const LIST = '/2015-03-31/functions';
const INVOKE = '/2015-03-31/functions/f/invocations';

const plane: HostedPlane = {
  name: 'test',
  matches: ({ hostName, path }) =>
    hostName.endsWith('.lambda-url.localhost') || path.startsWith('/_aws/lambda-url/'),
  handle(_, response, target) {
    response.end(`plane ${target.path}?${target.query}`);
    return Promise.resolve();
  },
};

beforeAll(async () => {
  const count = () => {
    calls += 1;
    return {};
  };
  endpoint = await startTestEndpoint(
    [
      testService('lambda', {
        ListFunctions: count,
        CreateFunction: count,
        Invoke: (input: { Payload?: Uint8Array }) => ({
          StatusCode: 200,
          Payload: Buffer.from(String(input.Payload?.length ?? 0)),
        }),
        GetFunction: (_: unknown, context: RequestContext) => ({ Tags: { region: context.region } }),
      }),
      testService('iam', { CreateRole: count, ListRoles: count }),
      testService('sts', { GetCallerIdentity: count }),
      testService('logs', { DescribeLogGroups: count }),
    ],
    { planes: [plane], servedNames: ['Lambda.lan'], health: () => ({ status: 'ok', version: '1' }) },
  );
});
afterAll(() => endpoint.close());

describe('host names', () => {
  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['abc.lambda-url.eu-west-1.localhost', true],
    ['stream-localhost', true],
    ['stream-127.0.0.1', true],
    ['lambda.lan', true],
    ['evil.example', false],
    ['localhost.evil.example', false],
    ['127.0.0.1.nip.io', false],
    ['stream-evil.example', false],
  ])('%s: %s', (name, isServed) => {
    expect(isServedHost(name, new Set(['lambda.lan']))).toBe(isServed);
  });

  it('of others are refused before anything else, also for health and the data planes', async () => {
    for (const path of [LIST, '/_lambdeck/health', '/_aws/lambda-url/x/']) {
      const answer = await sendRaw(endpoint.port, {
        method: 'GET',
        path,
        headers: { host: 'rebound.example:4566' },
      });
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('LAMBDECK_ENDPOINT_ALLOWED_HOSTS');
    }
    const own = await sendRaw(endpoint.port, {
      method: 'GET',
      path: LIST,
      headers: { host: 'lambda.lan:80' },
    });
    expect(own.status).toBe(200);
  });

  it('must be host names', async () => {
    const answer = await sendRaw(endpoint.port, { method: 'GET', path: LIST, headers: { host: 'a b' } });
    expect(answer.status).toBe(400);
  });
});

describe('health and data planes', () => {
  it('health is open to everyone on a served name', async () => {
    const answer = await sendRaw(endpoint.port, { method: 'GET', path: '/_lambdeck/health', service: null });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ status: 'ok', version: '1' });
  });

  it('planes are asked by path and by host, without signature or origin check', async () => {
    const byPath = await sendRaw(endpoint.port, {
      path: '/_aws/lambda-url/x/../a?b',
      service: null,
      headers: { origin: 'https://example.com' },
    });
    expect(byPath.text).toBe('plane /_aws/lambda-url/x/../a?b');
    const byHost = await sendRaw(endpoint.port, {
      path: '/',
      service: null,
      headers: { host: 'x.lambda-url.localhost' },
    });
    expect(byHost.text).toBe('plane /?');
  });
});

describe('signatures', () => {
  it('are asked for in each protocol', async () => {
    const before = calls;
    const rest = await sendRaw(endpoint.port, { method: 'GET', path: LIST, service: null });
    expect(rest.status).toBe(403);
    expect(rest.headers['x-amzn-errortype']).toBe('MissingAuthenticationTokenException');
    const rpc = await sendRaw(endpoint.port, {
      service: null,
      headers: {
        'x-amz-target': 'Logs_20140328.DescribeLogGroups',
        'content-type': 'application/x-amz-json-1.1',
      },
      body: '{}',
    });
    expect(rpc.status).toBe(403);
    expect(JSON.parse(rpc.text)).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
    const query = await sendRaw(endpoint.port, {
      ...form({ Action: 'ListRoles', Version: '2010-05-08' }),
      service: null,
    });
    expect(query.status).toBe(403);
    expect(query.text).toContain('<Code>MissingAuthenticationToken</Code>');
    expect(calls).toBe(before);
  });

  it.each([
    'Basic dGVzdDp0ZXN0',
    'Bearer x',
    'AWS4-HMAC-SHA256 Credential=a',
    'AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=',
    'AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/../aws4_request, SignedHeaders=host, Signature=' +
      '0'.repeat(64),
  ])('%s is none', async (authorization) => {
    const answer = await sendRaw(endpoint.port, {
      method: 'GET',
      path: LIST,
      service: null,
      headers: { authorization },
    });
    expect(answer.status).toBe(403);
  });

  it('of SigV4a have no region of their own', async () => {
    const authorization = fakeAuthorization('lambda')
      .replace('HMAC-SHA256', 'ECDSA-P256-SHA256')
      .replace('/us-east-1', '');
    const answer = await sendRaw(endpoint.port, {
      method: 'GET',
      path: `${LIST}/f`,
      service: null,
      headers: { authorization },
    });
    expect(JSON.parse(answer.text)).toEqual({ Tags: { region: 'us-east-1' } });
  });

  const presigned = (service: string, query: string): string =>
    `?${query}&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20260101%2Fus-east-1%2F${service}%2Faws4_request` +
    `&X-Amz-Date=20260101T000000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=${'0'.repeat(64)}`;

  it('in a URL are enough to read, and never to write, where no keys are configured', async () => {
    const identity = await sendRaw(endpoint.port, {
      method: 'GET',
      path: `/${presigned('sts', 'Action=GetCallerIdentity&Version=2011-06-15')}`,
      service: null,
    });
    expect(identity.status).toBe(200);
    const list = await sendRaw(endpoint.port, {
      method: 'GET',
      path: LIST + presigned('lambda', 'MaxItems=1'),
      service: null,
    });
    expect(list.status).toBe(200);
    const before = calls;
    const role = await sendRaw(endpoint.port, {
      method: 'GET',
      path: `/${presigned('iam', 'Action=CreateRole&RoleName=r&AssumeRolePolicyDocument=x')}`,
      service: null,
    });
    expect(role.status).toBe(403);
    const post = await sendRaw(endpoint.port, {
      path: LIST + presigned('lambda', 'a=b'),
      body: '{}',
      service: null,
    });
    expect(post.status).toBe(403);
    expect(calls).toBe(before);
  });
});

describe('web pages', () => {
  it.each<Record<string, string>>([
    { origin: 'http://localhost:3000' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-origin' },
  ])('are refused on the control plane: %j', async (headers) => {
    const before = calls;
    const answer = await sendRaw(endpoint.port, { method: 'GET', path: LIST, headers });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(calls).toBe(before);
  });

  it('get no permission by a preflight', async () => {
    const answer = await sendRaw(endpoint.port, {
      method: 'OPTIONS',
      path: LIST,
      service: null,
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('limits', () => {
  it('of a synchronous invocation', async () => {
    const fits = await sendRaw(endpoint.port, { path: INVOKE, body: Buffer.alloc(6_291_456, 0x20) });
    expect(fits.text).toBe('6291456');
    const over = await sendRaw(endpoint.port, { path: INVOKE, body: Buffer.alloc(6_291_457, 0x20) });
    expect(over.status).toBe(413);
    expect(over.headers['x-amzn-errortype']).toBe('RequestEntityTooLargeException');
    expect(JSON.parse(over.text)).toEqual({
      message: 'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    });
  });

  it('of an asynchronous invocation', async () => {
    const headers = { 'x-amz-invocation-type': 'Event' };
    const answer = await sendRaw(endpoint.port, { path: INVOKE, headers, body: Buffer.alloc(1_048_577) });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toEqual({
      message: '1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
    });
  });

  it('of everything else, with and without a declared length', async () => {
    const body = Buffer.alloc(1_048_577, 0x20);
    const headers = { 'x-amz-target': 'Logs_20140328.DescribeLogGroups' };
    const declared = await sendRaw(endpoint.port, { service: 'logs', headers, body });
    expect(declared.status).toBe(413);
    const chunked = await sendRaw(endpoint.port, {
      service: 'logs',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
      body,
    });
    expect(chunked.status).toBe(413);
  });

  it('are told at the end of a large upload, also to a caller who wants the connection closed', async () => {
    const socket = connect(endpoint.port, '127.0.0.1').setEncoding('utf8');
    const head =
      `POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${fakeAuthorization('logs')}\r\nConnection: close\r\n` +
      'X-Amz-Target: Logs_20140328.DescribeLogGroups\r\nContent-Length: 24000000\r\n\r\n';
    // As clients do that read when they have written everything.
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject).write(head);
      socket.write(Buffer.alloc(24_000_000, 0x20), () => resolve());
    });
    let reply = '';
    for await (const piece of socket) reply += String(piece);
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('of code archives, refused by their declared length before a byte is read', async () => {
    const reply = await speak(
      `POST ${LIST} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${fakeAuthorization('lambda')}\r\n` +
        'Content-Length: 70167212\r\n\r\n',
      (text) => text.includes('CreateFunction operation'),
    );
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    expect(reply).toContain('Request must be smaller than 70167211 bytes for the CreateFunction operation');
  });

  it('of the head of a request', async () => {
    const reply = await speak(`GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, (text) =>
      text.includes('\r\n\r\n'),
    );
    expect(reply).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('a request that is no HTTP is answered and hung up on', async () => {
    expect(await speak('nonsense\r\n\r\n', (text) => text.includes('\r\n\r\n'))).toMatch(/^HTTP\/1\.1 400 /);
  });
});

it('an upgrade nobody wants is refused', async () => {
  const reply = await speak(
    'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    (text) => text.includes('\r\n\r\n'),
  );
  expect(reply).toMatch(/^HTTP\/1\.1 403 /);
});

it('a port that is taken is an error and not a hang', async () => {
  await expect(startTestEndpoint([], { port: endpoint.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it('closes while a connection is open', async () => {
  const other = await startTestEndpoint([]);
  const socket = connect(other.port, '127.0.0.1');
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await other.close();
  await closed;
});

it('none of these was a failure of ours', () => {
  expect(endpoint.failures).toEqual([]);
});

/** Writes bytes to a socket and gives what came back until `isEnough`, or until the other side hung up. */
function speak(text: string, isEnough: (received: string) => boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(endpoint.port, '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.on('data', (piece: Buffer) => {
      received += piece.toString('latin1');
      if (isEnough(received)) socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}
