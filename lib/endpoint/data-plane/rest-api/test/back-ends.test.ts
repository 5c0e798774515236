import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { FunctionFailure, functionUri, openRestPlane } from './harness.ts';

const proxy = (name: string) => ({
  integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri(name) } as const,
  responses: [],
});

describe('AWS_PROXY', () => {
  test('the event has AWS’s members', async () => {
    await using rest = await openRestPlane({ tell: (event) => ({ body: JSON.stringify(event) }) });
    const id = await rest.createApi();
    const resourceId = await rest.method(id, '/pets/{proxy+}', 'ANY', proxy('tell'));
    await rest.deploy(id);
    const got = await rest.call(id, '/dev/pets/a%20b//c?x=1&x=2%20+3', {
      method: 'POST',
      headers: { 'User-Agent': 'u', 'X-Two': ['1', '2'], 'content-type': 'text/plain' },
      body: 'hé',
    });
    const event = JSON.parse(got.text) as Record<string, Record<string, unknown>>;
    expect(Object.keys(event)).toEqual([
      'resource',
      'path',
      'httpMethod',
      'headers',
      'multiValueHeaders',
      'queryStringParameters',
      'multiValueQueryStringParameters',
      'pathParameters',
      'stageVariables',
      'requestContext',
      'body',
      'isBase64Encoded',
    ]);
    expect(event).toMatchObject({
      resource: '/pets/{proxy+}',
      path: '/pets/a%20b//c',
      httpMethod: 'POST',
      headers: { 'User-Agent': 'u', 'X-Two': '2', 'X-Forwarded-For': '127.0.0.1' },
      multiValueHeaders: { 'X-Two': ['1', '2'] },
      queryStringParameters: { x: '2  3' },
      multiValueQueryStringParameters: { x: ['1', '2  3'] },
      pathParameters: { proxy: 'a%20b//c' },
      stageVariables: null,
      body: 'hé',
      isBase64Encoded: false,
      requestContext: {
        resourceId,
        resourcePath: '/pets/{proxy+}',
        path: '/dev/pets/a%20b//c',
        accountId: '000000000000',
        stage: 'dev',
        domainPrefix: id,
        apiId: id,
        identity: { sourceIp: '127.0.0.1', userAgent: 'u', user: null },
      },
    });
    expect(got.headers['x-amzn-trace-id']).toMatch(/^Root=1-/);
  });

  test.each<[string, unknown, number, string]>([
    ['nothing in it', {}, 200, ''],
    ['a status in text', { statusCode: '201', body: 'x' }, 201, 'x'],
    ['no headers', { headers: null, body: 'x' }, 200, 'x'],
    ['another member', { statusCode: 200, cookies: [] }, 502, '{"message": "Internal server error"}'],
    ['a text', 'hello', 502, '{"message": "Internal server error"}'],
    ['null', null, 502, '{"message": "Internal server error"}'],
    ['a list', [], 502, '{"message": "Internal server error"}'],
    ['a body that is no text', { body: {} }, 502, '{"message": "Internal server error"}'],
    ['a map that is none', { multiValueHeaders: { a: 'b' } }, 502, '{"message": "Internal server error"}'],
    ['a failure', new FunctionFailure({ errorMessage: 'x' }), 502, '{"message": "Internal server error"}'],
  ])('an answer with %s', async (_name, result, status, text) => {
    await using rest = await openRestPlane({ f: () => result });
    const id = await rest.createApi();
    await rest.method(id, '/f', 'GET', proxy('f'));
    await rest.deploy(id);
    const got = await rest.call(id, '/dev/f');
    expect(got).toMatchObject({ status, text });
    if (status === 502) expect(got.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
    else expect(got.headers['content-type']).toBe('application/json');
  });

  test('headers of both maps are joined, cookies stay lines of their own', async () => {
    await using rest = await openRestPlane({
      f: () => ({
        headers: { 'X-A': 'solo', 'X-B': true },
        multiValueHeaders: { 'x-a': ['multi'], 'Set-Cookie': ['a=1', 'b=2'] },
      }),
    });
    const id = await rest.createApi();
    await rest.method(id, '/f', 'GET', proxy('f'));
    await rest.deploy(id);
    const { headers } = await rest.call(id, '/dev/f');
    expect(headers).toMatchObject({ 'x-a': 'multi, solo', 'x-b': 'true', 'set-cookie': ['a=1', 'b=2'] });
  });

  test('binary bodies travel in base64 where the API names their type', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    await using rest = await openRestPlane({
      f: (event) => ({ body: (event as { body: string }).body, isBase64Encoded: true }),
    });
    const id = await rest.createApi({ binaryMediaTypes: ['image/png'] });
    await rest.method(id, '/f', 'POST', proxy('f'));
    await rest.deploy(id);
    const send = (accept: string) =>
      rest.call(id, '/dev/f', {
        method: 'POST',
        headers: { accept, 'content-type': 'image/png' },
        body: bytes,
      });
    expect((await send('image/png, text/html')).body).toEqual(bytes);
    expect((await send('text/html, image/png')).text).toBe(bytes.toString('base64'));
    expect(rest.invoked[0]).toMatchObject({ isBase64Encoded: true, body: bytes.toString('base64') });
  });
});

test('AWS: templates around a function, its error chosen by a pattern', async () => {
  await using rest = await openRestPlane({
    f: (event) =>
      (event as { fail?: string }).fail === undefined
        ? { given: event }
        : new FunctionFailure({ errorMessage: (event as { fail: string }).fail }),
  });
  const id = await rest.createApi();
  await rest.method(id, '/f', 'POST', {
    integration: {
      type: 'AWS',
      integrationHttpMethod: 'POST',
      uri: functionUri('f'),
      requestTemplates: {
        'application/json': `{"name":"$input.path('$.n')"#if($input.path('$.fail')),"fail":$input.json('$.fail')#end}`,
      },
    },
    responses: [
      { responseTemplates: { 'application/json': `$input.json('$.given.name')` } },
      {
        statusCode: '404',
        selectionPattern: '.*not found.*',
        responseTemplates: { 'application/json': `{"e":$input.json('$.errorMessage')}` },
      },
    ],
  });
  await rest.deploy(id);
  const send = (body: object) => rest.call(id, '/dev/f', { method: 'POST', body: JSON.stringify(body) });
  expect(await send({ n: 'Ann' })).toMatchObject({ status: 200, text: '"Ann"' });
  expect(await send({ fail: 'pet not found' })).toMatchObject({ status: 404, text: '{"e":"pet not found"}' });
  expect((await send({ fail: 'else' })).status).toBe(200);
});

async function openBackEnd() {
  const seen: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(pieces).toString() });
      if (url.includes('slow')) return;
      response.writeHead(url.includes('teapot') ? 418 : 200, {
        server: 'mine',
        'x-back': 'end',
        'content-type': 'text/plain',
      });
      response.end('{"from":"back end"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

test('HTTP and HTTP_PROXY', async () => {
  await using back = await openBackEnd();
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  const http = (type: 'HTTP' | 'HTTP_PROXY', uri: string, more = {}) => ({
    method: { requestParameters: { 'method.request.path.proxy': true, 'method.request.header.x-in': false } },
    integration: {
      type,
      integrationHttpMethod: 'ANY',
      uri: `${back.url}${uri}`,
      requestParameters: {
        'integration.request.path.p': 'method.request.path.proxy',
        'integration.request.header.x-out': 'method.request.header.x-in',
      },
      ...more,
    },
  });
  await rest.method(id, '/p/{proxy+}', 'ANY', { ...http('HTTP_PROXY', '/back/{p}'), responses: [] });
  await rest.method(id, '/c/{proxy+}', 'ANY', {
    ...http('HTTP', '/back/{p}', { requestTemplates: { 'application/json': 'made of $input.body' } }),
    responses: [
      { responseTemplates: { 'application/json': `$input.json('$.from')` } },
      { statusCode: '404', selectionPattern: '4..', responseTemplates: { 'application/json': 'tea' } },
    ],
  });
  await rest.method(id, '/slow', 'GET', {
    ...http('HTTP_PROXY', '/slow', { timeoutInMillis: 300 }),
    responses: [],
  });
  await rest.method(id, '/open', 'GET', { ...http('HTTP_PROXY', '/{nothing}'), responses: [] });
  await rest.method(id, '/none', 'GET', {
    integration: { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri: 'http://127.0.0.1:1/' },
    responses: [],
  });
  await rest.deploy(id);

  const proxied = await rest.call(id, '/dev/p/a%20b/..?q=1', {
    method: 'PUT',
    headers: { 'x-in': 'i' },
    body: 'as is',
  });
  expect(proxied).toMatchObject({ status: 200, text: '{"from":"back end"}' });
  expect(proxied.headers).toMatchObject({ 'x-back': 'end', 'x-amzn-remapped-server': 'mine' });
  expect(back.seen[0]).toMatchObject({
    method: 'PUT',
    url: '/back/a%20b/%252E%252E?q=1',
    body: 'as is',
    headers: { 'x-in': 'i', 'x-out': 'i', 'x-amzn-apigateway-api-id': id },
  });
  const custom = await rest.call(id, '/dev/c/x?q=1', {
    method: 'POST',
    headers: { 'x-in': 'i' },
    body: '{}',
  });
  expect(custom).toMatchObject({ status: 200, text: '"back end"' });
  expect(back.seen[1]).toMatchObject({ url: '/back/x', body: 'made of {}', headers: { 'x-out': 'i' } });
  expect(back.seen[1]?.headers).not.toHaveProperty('x-in');
  expect(await rest.call(id, '/dev/c/teapot')).toMatchObject({ status: 404, text: 'tea' });
  expect(await rest.call(id, '/dev/slow')).toMatchObject({
    status: 504,
    text: '{"message": "Endpoint request timed out"}',
  });
  expect(await rest.call(id, '/dev/none')).toMatchObject({
    status: 504,
    text: '{"message": "Network error communicating with endpoint"}',
  });
  expect((await rest.call(id, '/dev/open')).status).toBe(500);
});
