import { UpdateIntegrationCommand, type CreateIntegrationCommandInput } from '@aws-sdk/client-apigatewayv2';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalOf, said, startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const { call, gateway, integrate, serve } = apis;
const got: { url: string; headers: IncomingHttpHeaders }[] = [];
const backEnd = createServer((request, response) => {
  void text(request).then((body) => {
    got.push({ url: request.url ?? '', headers: request.headers });
    response.writeHead(request.url?.includes('missing') ? 404 : 200, { 'x-tag': 'v1', 'x-drop': 'me' });
    response.end(body === '' ? '{"kind":"tea"}' : body);
  });
});
let base: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => backEnd.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(backEnd.address() as AddressInfo).port}`;
});
afterAll(async () => {
  backEnd.close();
  await apis.close();
});

const proxy = (more: Partial<CreateIntegrationCommandInput>): Partial<CreateIntegrationCommandInput> => ({
  IntegrationType: 'HTTP_PROXY',
  IntegrationMethod: 'ANY',
  IntegrationUri: `${base}/base`,
  PayloadFormatVersion: '1.0',
  ...more,
});

it('headers, query and path of a request', async () => {
  const api = await serve(
    ['POST /pets/{id}'],
    proxy({
      RequestParameters: {
        'append:header.x-list': '$request.querystring.a',
        'overwrite:header.x-who': '${request.header.x-who}-${context.routeKey}',
        'remove:header.x-secret': '',
        'append:querystring.id': '$request.path.id',
        'overwrite:querystring.a': 'static',
        'remove:querystring.b': '',
        'overwrite:header.x-body': '$request.body.pets[0].name',
        'overwrite:header.x-nothing': '$request.header.absent',
        'overwrite:path': '/other/${request.path.id}',
      },
    }),
  );
  const answer = await call(api, '/pets/7?a=1&b=2', {
    method: 'POST',
    headers: { 'x-list': 'first', 'x-who': 'me', 'x-secret': 's', 'content-type': 'application/json' },
    body: '{"pets":[{"name":"Rex"}]}',
  });
  expect(answer.status).toBe(200);
  const { url, headers } = got.at(-1) ?? { url: '', headers: {} };
  expect(url).toBe('/other/7?a=static&id=7');
  expect(headers).toMatchObject({ 'x-list': 'first, 1', 'x-who': 'me-POST /pets/{id}', 'x-body': 'Rex' });
  expect(headers).not.toHaveProperty('x-secret');
  expect(headers).not.toHaveProperty('x-nothing');
});

it('the event of a function', async () => {
  const api = await serve(['GET /pets'], {
    RequestParameters: {
      'overwrite:header.x-added': '$context.stage',
      'overwrite:querystring.q': '1',
      'overwrite:path': '/moved',
    },
  });
  const { json } = await call(api, '/pets');
  expect(json).toMatchObject({
    rawPath: '/moved',
    rawQueryString: 'q=1',
    headers: { 'x-added': '$default' },
    queryStringParameters: { q: '1' },
    requestContext: { http: { path: '/moved' } },
  });
});

it('status and headers of an answer, by its status', async () => {
  const api = await serve(
    ['$default'],
    proxy({
      ResponseParameters: {
        '200': {
          'append:header.x-tag': '$response.body.kind',
          'overwrite:header.x-from': '${response.header.x-tag}/${context.requestId}',
          'remove:header.x-drop': '',
        },
        '404': { 'overwrite:statuscode': '201' },
      },
    }),
  );
  const good = await call(api, '/');
  expect(good.headers).toMatchObject({
    'x-tag': 'v1, tea',
    'x-from': `v1/${String(good.headers['apigw-requestid'])}`,
  });
  expect(good.headers).not.toHaveProperty('x-drop');
  const missing = await call(api, '/missing');
  expect([missing.status, missing.headers['x-drop']]).toEqual([201, 'me']);
});

it('an answer that no HTTP can carry is a fault of the API', async () => {
  const api = await serve(['POST /'], {
    IntegrationUri: said,
    ResponseParameters: {
      '200': { 'overwrite:header.x-line': '$response.body' },
      '201': { 'overwrite:statuscode': '$response.body.status' },
    },
  });
  const ask = async (result: object) =>
    (
      await call(api, '/', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ result }),
      })
    ).status;
  expect(await ask({ statusCode: 200, body: 'a\nb' })).toBe(500);
  expect(await ask({ statusCode: 201, body: '{"status":"soon"}' })).toBe(500);
  expect(await ask({ statusCode: 201, body: '{"status":409}' })).toBe(409);
});

it('mappings are checked, changed and removed one by one', async () => {
  const ApiId = await apis.createApi();
  const create = (more: Partial<CreateIntegrationCommandInput>) => refusalOf(integrate(ApiId, proxy(more)));
  for (const RequestParameters of [
    { 'append:body.x': 'y' },
    { 'rename:header.x': 'y' },
    { 'overwrite:statuscode': '200' },
    { 'overwrite:header.x': '$request.cookie.y' },
    { 'overwrite:header.x': '$response.header.y' },
    { 'overwrite:header.x': 'a ${nothing}' },
    { 'remove:header.x': 'y' },
  ] as Record<string, string>[])
    expect(await create({ RequestParameters }), JSON.stringify(RequestParameters)).toContain(
      'Invalid mapping expression',
    );
  expect(await create({ RequestParameters: { 'overwrite:header.Authorization': 'x' } })).toContain(
    'Operations on header Authorization are restricted',
  );
  expect(await create({ ResponseParameters: { '20': { 'append:header.x': 'y' } } })).toContain(
    'Invalid status code',
  );
  const { id: IntegrationId } = await integrate(
    ApiId,
    proxy({ RequestParameters: { 'append:header.a': '1', 'append:header.b': '2' } }),
  );
  const changed = await gateway.send(
    new UpdateIntegrationCommand({
      ApiId,
      IntegrationId,
      RequestParameters: { 'append:header.a': '', 'remove:header.c': '' },
    }),
  );
  expect(changed.RequestParameters).toEqual({ 'append:header.b': '2', 'remove:header.c': '' });
});
