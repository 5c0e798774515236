import { TestInvokeMethodCommand } from '@aws-sdk/client-api-gateway';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { functionUri, openRestPlane } from './harness.ts';

/** What recorded answers of AWS show of headers and addresses. */

async function openBackEnd() {
  const seen: { url: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    response.setHeader('x-amzn-RequestId', 'of the back end');
    response.setHeader('Server', 'mine');
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    seen,
    address: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const proxy = (name: string, more: object = {}) => ({
  integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri(name), ...more } as const,
  responses: [],
});

test('some headers of a caller are seen by nothing, and some of an answer get another name', async () => {
  await using rest = await openRestPlane({
    tell: (event) => ({
      headers: { 'WWW-Authenticate': 'Basic', Date: 'today', 'Content-Length': '1' },
      body: JSON.stringify(Object.keys((event as { headers: object }).headers)),
    }),
  });
  const id = await rest.createApi();
  await rest.method(id, '/f', 'GET', proxy('tell'));
  const mapped = { 'integration.request.header.TE': "'x'" };
  await rest.method(id, '/te', 'GET', proxy('tell', { requestParameters: mapped }));
  await rest.method(id, '/mock', 'GET', {
    responses: [
      {
        responseParameters: {
          'method.response.header.Authorization': "'a'",
          'method.response.header.Upgrade': "'u'",
          'method.response.header.Via': "'v'",
        },
        responseTemplates: { 'application/json': "[$input.params('Server')|$input.params('Range')]" },
      },
    ],
  });
  await rest.deploy(id);
  const headers = {
    'Content-MD5': 'x',
    'Max-Forwards': '1',
    'Proxy-Authenticate': 'x',
    'WWW-Authenticate': 'x',
    Server: 'x',
    Range: 'bytes=0-1',
    'Content-Encoding': 'identity',
  };
  const told = await rest.call(id, '/dev/f', { headers });
  expect(told.headers).toMatchObject({
    'x-amzn-remapped-www-authenticate': 'Basic',
    'x-amzn-remapped-date': 'today',
    'x-amzn-remapped-content-length': '1',
  });
  expect((JSON.parse(told.text) as string[]).filter((name) => name in headers)).toEqual([
    'Range',
    'Content-Encoding',
  ]);
  const mock = await rest.call(id, '/dev/mock', { headers });
  expect(mock.text).toBe('[|bytes=0-1]');
  expect(mock.headers).toMatchObject({
    'x-amzn-remapped-authorization': 'a',
    'x-amzn-remapped-upgrade': 'u',
    via: 'v',
  });
  expect((await rest.call(id, '/dev/te')).status).toBe(500);
});

test('an HTTP back end gets no type of nothing, and a mapped query beside that of its address', async () => {
  await using rest = await openRestPlane({});
  await using back = await openBackEnd();
  const id = await rest.createApi();
  const http = (type: 'HTTP' | 'HTTP_PROXY') => ({
    integration: {
      type,
      integrationHttpMethod: 'GET',
      uri: `${back.address}/x?q=own`,
      requestParameters: { 'integration.request.querystring.q': "'mapped'" },
    },
  });
  await rest.method(id, '/h', 'GET', http('HTTP'));
  await rest.method(id, '/p', 'GET', { ...http('HTTP_PROXY'), responses: [] });
  await rest.deploy(id);
  const headers = { 'Content-Type': 'application/json' };
  expect((await rest.call(id, '/dev/h', { headers })).status).toBe(200);
  expect(back.seen[0]?.headers).not.toHaveProperty('content-type');
  const passed = await rest.call(id, '/dev/p?q=asked', { headers });
  expect(back.seen[1]?.url).toBe('/x?q=own&q=mapped');
  expect(passed.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  expect(passed.headers).toMatchObject({
    'x-amzn-remapped-x-amzn-requestid': 'of the back end',
    'x-amzn-remapped-server': 'mine',
    'x-amzn-remapped-content-length': '2',
  });
});

test('a test of a method takes variables from a path of its form alone', async () => {
  await using rest = await openRestPlane({});
  const restApiId = await rest.createApi();
  const responseTemplates = { 'application/json': "$input.params('petId')." };
  const resourceId = await rest.method(restApiId, '/pets/{petId}', 'GET', {
    responses: [{ responseTemplates }],
  });
  const run = (pathWithQueryString: string) =>
    rest.client.send(
      new TestInvokeMethodCommand({ restApiId, resourceId, httpMethod: 'GET', pathWithQueryString }),
    );
  expect((await run('/pets/1')).body).toBe('1.');
  expect(await run('/random/1')).toMatchObject({
    body: '.',
    headers: { 'Content-Type': 'application/json' },
  });
});
