import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { ServiceError } from '../../errors.ts';
import type { FunctionUrls, UrlCall } from '../../services/lambda/function-urls.ts';
import type { FunctionUrlRecord } from '../../services/lambda/repository-urls.ts';
import type { UrlCaller } from './event.ts';
import { createFunctionUrlPlane, type SignedRequest } from './plane.ts';

const urlId = 'abcdefghijklmnopqrstuvwxyz012345';
const record: FunctionUrlRecord = {
  accountId: '000000000000',
  region: 'eu-west-1',
  name: 'fn',
  alias: undefined,
  urlId,
  authType: 'NONE',
  cors: undefined,
  invokeMode: undefined,
  createdMs: 0,
  modifiedMs: 0,
};
const report = {
  startedMs: 0,
  durationMs: 1,
  billedDurationMs: 1,
  maxMemoryUsedMb: 1,
  logStream: 's',
  logTail: () => new Uint8Array(),
};
const nowMs = Date.parse('2025-11-26T10:00:00.000Z');

let server: Server | undefined;
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

interface Script {
  url?: Partial<FunctionUrlRecord>;
  mayCall?: FunctionUrls['mayCall'];
  callerOf?: (request: SignedRequest, body: Uint8Array) => UrlCaller | undefined;
  invoke?: FunctionUrls['invoke'];
}

const success = (value: unknown) => ({
  kind: 'success' as const,
  payload: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  report,
});

/** The plane behind a server; functions are what the test says. */
async function open(script: Script = {}) {
  const calls: UrlCall[] = [];
  const failures: unknown[] = [];
  const plane = createFunctionUrlPlane({
    urls: {
      byId: (id) => (id === urlId ? { ...record, ...script.url } : undefined),
      mayCall: script.mayCall ?? (() => true),
      invoke: async (url, call) => {
        calls.push(call);
        return (await script.invoke?.(url, call)) ?? success({ statusCode: 200, body: 'ok' });
      },
    },
    callerOf: script.callerOf ?? (() => undefined),
    now: () => nowMs,
  });
  server = createServer((incoming, outgoing) => {
    const [path = '', query = ''] = (incoming.url ?? '').split('?');
    const hostName = (incoming.headers.host ?? '').replace(/:\d+$/, '');
    const target = { hostName, path, query, requestId: 'request-1' };
    if (!plane.matches(target)) {
      outgoing.writeHead(599).end();
      return;
    }
    plane.handle(incoming, outgoing, target).catch((error: unknown) => {
      failures.push(error);
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  interface Answer {
    status: number;
    headers: IncomingHttpHeaders;
    body: string;
  }
  function call(
    path = '/',
    options: { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer } = {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const host = `${urlId}.lambda-url.eu-west-1.localhost:${port}`;
      const sent = httpRequest(
        {
          port,
          host: '127.0.0.1',
          path,
          method: options.method ?? 'GET',
          headers: { host, connection: 'close', ...options.headers },
        },
        (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: Buffer.concat(pieces).toString(),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(options.body);
    });
  }
  const event = (index = 0) =>
    JSON.parse(Buffer.from(calls[index]?.payload ?? []).toString()) as Record<string, unknown>;
  return { call, calls, event, failures, port };
}

describe('a request', () => {
  test('becomes an event of payload version 2.0', async () => {
    const { call, event, calls, port } = await open();
    await call('/pa2%Fth/1?a=1&a=2&b=%20x', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'X-Multi': ['1', '2'],
        Cookie: 'c1=v1; c2=v2',
        'User-Agent': 'test',
      },
      body: '{"ü":1}',
    });
    expect(event()).toEqual({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/pa2%Fth/1',
      rawQueryString: 'a=1&a=2&b=%20x',
      cookies: ['c1=v1', 'c2=v2'],
      headers: {
        host: `${urlId}.lambda-url.eu-west-1.localhost:${port}`,
        'content-type': 'application/json; charset=utf-8',
        'content-length': '8',
        'x-multi': '1,2',
        'user-agent': 'test',
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-6926cfa0-[0-9a-f]{24}$/) as string,
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-port': String(port),
        'x-forwarded-proto': 'http',
      },
      queryStringParameters: { a: '1,2', b: ' x' },
      requestContext: {
        accountId: 'anonymous',
        apiId: urlId,
        domainName: `${urlId}.lambda-url.eu-west-1.localhost`,
        domainPrefix: urlId,
        http: {
          method: 'POST',
          path: '/pa2%Fth/1',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: 'request-1',
        routeKey: '$default',
        stage: '$default',
        time: '26/Nov/2025:10:00:00 +0000',
        timeEpoch: nowMs,
      },
      body: '{"ü":1}',
      isBase64Encoded: false,
    });
    expect(calls[0]).toMatchObject({ requestId: 'request-1' });
  });

  test('leaves out what is empty, and carries bytes in base64', async () => {
    const { call, event } = await open();
    await call();
    for (const member of ['cookies', 'queryStringParameters', 'body'])
      expect(event()).not.toHaveProperty(member);
    expect(event()).toMatchObject({ rawPath: '/', rawQueryString: '', isBase64Encoded: false });
    await call('/', {
      method: 'PUT',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    });
    expect(event(1)).toMatchObject({ body: 'YT1i', isBase64Encoded: true });
  });

  test('may use the path form, which the function does not see', async () => {
    const { call, event } = await open();
    const path = { headers: { host: 'localhost' } };
    expect((await call(`/_aws/lambda-url/${urlId}/a/b?c`, path)).status).toBe(200);
    expect(event()).toMatchObject({
      rawPath: '/a/b',
      requestContext: { domainName: `${urlId}.lambda-url.eu-west-1.localhost`, http: { path: '/a/b' } },
    });
    await call(`/_aws/lambda-url/${urlId}`, path);
    expect(event(1)).toMatchObject({ rawPath: '/' });
    expect((await call(`/_aws/lambda-url/${urlId}x/`, path)).status).toBe(599);
  });

  test('of more than 6 MB is refused, one of exactly 6 MB is not', async () => {
    const { call, calls } = await open();
    const headers = { 'content-type': 'text/plain' };
    const largest = await call('/', { method: 'POST', headers, body: Buffer.alloc(6_291_456, 'x') });
    expect([largest.status, calls.length]).toEqual([200, 1]);
    const declared = await call('/', { method: 'POST', headers, body: Buffer.alloc(6_291_457, 'x') });
    const chunked = await call('/', {
      method: 'POST',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
      body: Buffer.alloc(6_291_457, 'x'),
    });
    for (const answer of [declared, chunked]) {
      expect(answer).toMatchObject({ status: 413 });
      expect(JSON.parse(answer.body)).toEqual({
        Message: 'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
      });
    }
    expect(calls).toHaveLength(1);
  });
});

describe('what a function returns', () => {
  test.each<[unknown, number, string, string]>([
    [
      { statusCode: 201, headers: { 'Content-Type': 'text/html', 'X-N': 5 }, body: '<p>' },
      201,
      '<p>',
      'text/html',
    ],
    [{ statusCode: '202', body: 'eA==', isBase64Encoded: true }, 202, 'x', 'application/json'],
    [{ statusCode: 200, body: { a: 1 } }, 200, '{"a":1}', 'application/json'],
    [{ a: [1, 2] }, 200, '{"a":[1,2]}', 'application/json'],
    ['"hello"', 200, 'hello', 'application/json'],
    ['[1, 2]', 200, '[1,2]', 'application/json'],
    ['7', 200, '7', 'application/json'],
    ['null', 200, 'null', 'application/json'],
    [{ statusCode: 'many' }, 502, 'Internal Server Error', 'text/plain; charset=utf-8'],
    [{ statusCode: 99 }, 502, 'Internal Server Error', 'text/plain; charset=utf-8'],
    [{ statusCode: 200, headers: { 'a b': 'c' } }, 502, 'Internal Server Error', 'text/plain; charset=utf-8'],
    [
      { statusCode: 200, headers: { a: 'c\r\nd: e' } },
      502,
      'Internal Server Error',
      'text/plain; charset=utf-8',
    ],
    ['no JSON', 502, 'Internal Server Error', 'text/plain; charset=utf-8'],
  ])('%j becomes %i %s', async (returned, status, body, type) => {
    const { call } = await open({ invoke: () => Promise.resolve(success(returned)) });
    const answer = await call();
    expect([answer.status, answer.body, answer.headers['content-type']]).toEqual([status, body, type]);
    expect(answer.headers['x-amzn-requestid']).toBe('request-1');
  });

  test('carries cookies one by one', async () => {
    const cookies = ['a=1; HttpOnly', 'b=2'];
    const { call } = await open({ invoke: () => Promise.resolve(success({ statusCode: 204, cookies })) });
    const answer = await call();
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toEqual(cookies);
  });

  test('as an error is a bad gateway', async () => {
    const outcome = {
      kind: 'function-error',
      functionError: 'Unhandled',
      payload: Buffer.from('{}'),
      report,
    } as const;
    const { call } = await open({ invoke: () => Promise.resolve(outcome) });
    expect(await call()).toMatchObject({ status: 502, body: 'Internal Server Error' });
  });

  test('is 429 with a reason when the call was throttled', async () => {
    const Reason = 'ReservedFunctionConcurrentInvocationLimitExceeded';
    const { call } = await open({
      invoke: () =>
        Promise.reject(new ServiceError('TooManyRequestsException', 429, 'Rate Exceeded.', { Reason })),
    });
    const answer = await call();
    expect([answer.status, JSON.parse(answer.body)]).toEqual([429, { Reason, Message: 'Rate Exceeded.' }]);
  });
});

describe('access', () => {
  const forbidden =
    '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}';

  test('to a URL nobody made is refused with a null message', async () => {
    const { call, calls } = await open();
    const answer = await call('/', { headers: { host: `${'z'.repeat(32)}.lambda-url.eu-west-1.localhost` } });
    expect([answer.status, answer.body, answer.headers['x-amzn-errortype']]).toEqual([
      403,
      '{"Message":null}',
      'AccessDeniedException',
    ]);
    expect(calls).toEqual([]);
  });

  test('is forbidden where the policy does not allow it', async () => {
    const { call, calls } = await open({ mayCall: () => false });
    expect(await call()).toMatchObject({ status: 403, body: forbidden });
    expect(calls).toEqual([]);
  });

  test('under AWS_IAM asks who signed, and tells the function', async () => {
    const asked: [SignedRequest, string][] = [];
    const { call, event } = await open({
      url: { authType: 'AWS_IAM' },
      mayCall: (_url, account) => account !== undefined,
      callerOf: (request, body) => {
        asked.push([request, Buffer.from(body).toString()]);
        return request.headers['authorization']
          ? { accountId: '111111111111', accessKey: 'AKID' }
          : undefined;
      },
    });
    expect(await call()).toMatchObject({ status: 403, body: forbidden });
    const answer = await call('/p?q=1', { method: 'POST', headers: { authorization: 'signed' }, body: 'b' });
    expect(answer.status).toBe(200);
    expect(asked[1]).toMatchObject([{ method: 'POST', path: '/p', query: 'q=1' }, 'b']);
    expect(event()).toMatchObject({
      requestContext: {
        accountId: '000000000000',
        authorizer: { iam: { accessKey: 'AKID', accountId: '111111111111', cognitoIdentity: null } },
      },
    });
  });
});

describe('CORS', () => {
  const cors = {
    AllowOrigins: ['https://a.example'],
    AllowMethods: ['GET', 'PUT'],
    AllowHeaders: ['x-one'],
    ExposeHeaders: ['x-two'],
    AllowCredentials: true,
    MaxAge: 60,
  };
  const ask = (origin: string) => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'PUT' },
  });

  test('answers preflights itself', async () => {
    const { call, calls } = await open({ url: { cors }, mayCall: () => false });
    const answer = await call('/', ask('https://a.example'));
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'access-control-allow-origin': 'https://a.example',
        'access-control-allow-methods': 'GET,PUT',
        'access-control-allow-headers': 'x-one',
        'access-control-allow-credentials': 'true',
        'access-control-max-age': '60',
        vary: 'Origin',
      },
    });
    const other = await call('/', ask('https://b.example'));
    expect(Object.keys(other.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(calls).toEqual([]);
  });

  test('replaces the headers of the function', async () => {
    const returned = { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*', Vary: 'Accept' } };
    const { call } = await open({ url: { cors }, invoke: () => Promise.resolve(success(returned)) });
    expect((await call('/', { headers: { origin: 'https://a.example' } })).headers).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      'access-control-expose-headers': 'x-two',
      vary: 'Accept, Origin',
    });
    const other = await call('/', { headers: { origin: 'https://b.example' } });
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('without settings is the function’s affair, preflights too', async () => {
    const { call, event } = await open({
      invoke: () =>
        Promise.resolve(success({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'x' } })),
    });
    const answer = await call('/', ask('https://b.example'));
    expect(answer.headers['access-control-allow-origin']).toBe('x');
    expect(event()).toMatchObject({ requestContext: { http: { method: 'OPTIONS' } } });
  });
});

describe('in the mode RESPONSE_STREAM', () => {
  const url = { invokeMode: 'RESPONSE_STREAM' } as const;
  const httpType = 'application/vnd.awslambda.http-integration-response';
  const prelude = Buffer.concat([
    Buffer.from('{"statusCode":202,"headers":{"Content-Type":"text/plain"},"cookies":["a=1"]}'),
    Buffer.alloc(8),
    Buffer.from('one'),
  ]);
  const ended = { ...success(''), payload: new Uint8Array() };

  test('chunks go out as they come', async () => {
    let finish: () => void = () => undefined;
    const { port } = await open({
      url,
      invoke: async (_url, call) => {
        call.onStreamStart?.('text/csv');
        call.onChunk?.(Buffer.from('one'));
        await new Promise<void>((resolve) => (finish = resolve));
        call.onChunk?.(Buffer.from('two'));
        return ended;
      },
    });
    // The second chunk is written only after the first has arrived.
    const pieces = await new Promise<string[]>((resolve, reject) => {
      const seen: string[] = [];
      const host = `${urlId}.lambda-url.eu-west-1.localhost`;
      httpRequest({ port, host: '127.0.0.1', headers: { host, connection: 'close' } }, (answer) => {
        expect(answer.headers['content-type']).toBe('text/csv');
        answer.on('data', (piece: Buffer) => {
          seen.push(piece.toString());
          finish();
        });
        answer.on('end', () => resolve(seen));
      })
        .on('error', reject)
        .end();
    });
    expect(pieces).toEqual(['one', 'two']);
  });

  test.each([1, 7, 1000])(
    'a prelude in pieces of %i bytes sets status, headers and cookies',
    async (size) => {
      const { call } = await open({
        url,
        invoke: (_url, { onStreamStart, onChunk }) => {
          onStreamStart?.(httpType);
          for (let at = 0; at < prelude.length; at += size) onChunk?.(prelude.subarray(at, at + size));
          return Promise.resolve(ended);
        },
      });
      expect(await call()).toMatchObject({
        status: 202,
        body: 'one',
        headers: { 'content-type': 'text/plain', 'set-cookie': ['a=1'] },
      });
    },
  );

  test('an error before the first byte is a bad gateway, one after it cuts the answer off', async () => {
    const failed = {
      kind: 'function-error',
      functionError: 'Unhandled',
      payload: new Uint8Array(),
      report,
    } as const;
    let writes = false;
    const { call } = await open({
      url,
      invoke: (_url, { onStreamStart, onChunk }) => {
        if (writes) {
          onStreamStart?.('text/plain');
          onChunk?.(Buffer.from('one'));
        }
        return Promise.resolve(failed);
      },
    });
    expect(await call()).toMatchObject({ status: 502, body: 'Internal Server Error' });
    writes = true;
    await expect(call()).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  test('a throttled call is 429, a broken prelude a bad gateway', async () => {
    const throttled = await open({
      url,
      invoke: () => Promise.reject(new ServiceError('TooManyRequestsException', 429, 'Rate Exceeded.')),
    });
    expect(await throttled.call()).toMatchObject({ status: 429 });
    await new Promise((resolve) => server?.close(resolve));
    const broken = await open({
      url,
      invoke: (_url, { onStreamStart, onChunk }) => {
        onStreamStart?.(httpType);
        onChunk?.(Buffer.concat([Buffer.from('{'), Buffer.alloc(8)]));
        return Promise.resolve(ended);
      },
    });
    expect(await broken.call()).toMatchObject({ status: 502 });
  });
});
