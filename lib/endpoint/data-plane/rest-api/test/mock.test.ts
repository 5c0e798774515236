import {
  PutGatewayResponseCommand,
  PutMethodResponseCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { openRestPlane } from './harness.ts';

test('stages and resources: what is there, and what is not', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  const told = (text: string) => ({ responses: [{ responseTemplates: { 'application/json': text } }] });
  await rest.method(id, '/', 'GET', told('root'));
  await rest.method(id, '/pets', 'GET', told('pets'));
  await rest.method(id, '/pets/{id}', 'GET', told("pet $input.params('id')"));
  await rest.method(id, '/pets/mine', 'GET', told('mine'));
  await rest.method(id, '/zoo/mine', 'GET', told('zoo'));
  await rest.method(id, '/zoo/{proxy+}', 'ANY', told("rest $input.params('proxy') $context.httpMethod"));
  await rest.deploy(id);

  const texts = async (path: string, method = 'GET') => (await rest.call(id, path, { method })).text;
  expect(await texts('/dev')).toBe('root');
  expect(await texts('/dev/')).toBe('root');
  expect(await texts('/dev/pets/')).toBe('pets');
  expect(await texts('/dev/pets/7')).toBe('pet 7');
  expect(await texts('/dev/pets/mine')).toBe('mine');
  expect(await texts('/dev/zoo/a//b')).toBe('rest a//b GET');
  expect(await texts('/dev/zoo/mine', 'PUT')).toBe('rest mine PUT');
  expect((await rest.send(`/_aws/execute-api/${id}/dev/pets`)).text).toBe('pets');
  expect((await rest.send(`/restapis/${id}/dev/_user_request_/pets/7`)).text).toBe('pet 7');

  const missing = await rest.call(id, '/dev/nowhere');
  expect(missing).toMatchObject({ status: 403, text: '{"message":"Missing Authentication Token"}' });
  expect(missing.headers).toMatchObject({
    'content-type': 'application/json',
    'x-amzn-errortype': 'MissingAuthenticationTokenException',
    'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'x-amz-apigw-id': expect.stringMatching(/=$/),
  });
  expect((await rest.call(id, '/dev/pets', { method: 'PATCH' })).status).toBe(403);
  expect((await rest.call(id, '/Dev/pets')).text).toBe('{"message":"Forbidden"}');
  expect((await rest.call(id, '/dev/%ff%fe')).status).toBe(403);
  expect((await rest.call(id, '/%ff/pets')).status).toBe(403);
});

test('a deployment is what it was; stage variables act at once', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  await rest.method(id, '/v', 'GET', {
    responses: [{ responseTemplates: { 'application/json': '$stageVariables.v' } }],
  });
  await rest.deploy(id);
  await rest.method(id, '/later', 'GET');
  expect((await rest.call(id, '/dev/later')).status).toBe(403);
  expect((await rest.call(id, '/dev/v')).text).toBe('');
  const patchOperations = [{ op: 'replace' as const, path: '/variables/v', value: 'now' }];
  await rest.client.send(new UpdateStageCommand({ restApiId: id, stageName: 'dev', patchOperations }));
  expect((await rest.call(id, '/dev/v')).text).toBe('now');
});

test('templates choose the row, its headers and its status', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  const resourceId = await rest.method(id, '/m/{id}', 'POST', {
    method: { requestParameters: { 'method.request.querystring.q': false } },
    integration: {
      type: 'MOCK',
      passthroughBehavior: 'NEVER',
      requestTemplates: { 'application/json': `{statusCode: $input.path('$.code')}` },
    },
    responses: [],
  });
  const place = { restApiId: id, resourceId, httpMethod: 'POST' };
  const responseParameters = { 'method.response.header.X-Q': false, 'method.response.header.X-Is': false };
  await rest.client.send(new PutMethodResponseCommand({ ...place, statusCode: '200', responseParameters }));
  const { PutIntegrationResponseCommand } = await import('@aws-sdk/client-api-gateway');
  await rest.client.send(
    new PutIntegrationResponseCommand({
      ...place,
      statusCode: '200',
      selectionPattern: String.raw`2\d\d`,
      responseParameters: {
        'method.response.header.X-Q': 'method.request.querystring.q',
        'method.response.header.X-Is': "'fixed'",
      },
      responseTemplates: {
        'application/json': `{"id":"$input.params('id')"}`,
        'text/x-interim': '#set($context.responseOverride.status = 100)x',
        'text/plain':
          '#set($context.responseOverride.status = 418)#set($context.responseOverride.header.x-more = "m")tea',
      },
    }),
  );
  const send = (code: number, headers = {}) =>
    rest.call(id, '/dev/m/5?q=1&q=2', {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: JSON.stringify({ code }),
    });
  await rest.deploy(id);
  const good = await send(201);
  expect(good).toMatchObject({ status: 200, text: '{"id":"5"}' });
  expect(good.headers).toMatchObject({ 'x-q': '2', 'x-is': 'fixed', 'content-type': 'application/json' });
  const tea = await send(201, { accept: 'text/plain' });
  expect(tea).toMatchObject({ status: 418, text: 'tea' });
  expect(tea.headers).toMatchObject({ 'x-more': 'm', 'content-type': 'text/plain' });
  expect(await send(500)).toMatchObject({ status: 500, text: '{"message": "Internal server error"}' });
  expect(await send(1)).toMatchObject({ status: 500 });
  expect((await send(201, { accept: 'text/x-interim' })).status).toBe(500);
  expect(await send(201, { 'content-type': 'text/xml' })).toMatchObject({
    status: 415,
    text: '{"message": "Unsupported Media Type"}',
  });
});

test('gateway responses: of a type, of a class, with headers', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  await rest.method(id, '/m', 'GET', { integration: { type: 'MOCK' } });
  const put = (input: Omit<ConstructorParameters<typeof PutGatewayResponseCommand>[0], 'restApiId'>) =>
    rest.client.send(new PutGatewayResponseCommand({ restApiId: id, ...input }));
  await put({
    responseType: 'MISSING_AUTHENTICATION_TOKEN',
    statusCode: '404',
    responseParameters: {
      'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
      'gatewayresponse.header.X-From': 'method.request.header.from',
    },
    responseTemplates: {
      'application/json':
        '{"m":$context.error.messageString,"t":"$context.error.responseType","s":"$context.stage"}',
    },
  });
  await put({
    responseType: 'DEFAULT_5XX',
    responseTemplates: { 'application/json': 'oops $context.error.message' },
  });
  await rest.deploy(id);
  const missing = await rest.call(id, '/dev/none', { headers: { from: 'me' } });
  expect(missing).toMatchObject({
    status: 404,
    text: '{"m":"Missing Authentication Token","t":"MISSING_AUTHENTICATION_TOKEN","s":"dev"}',
  });
  expect(missing.headers).toMatchObject({ 'access-control-allow-origin': '*', 'x-from': 'me' });
  expect(await rest.call(id, '/dev/m')).toMatchObject({ status: 500, text: 'oops Internal server error' });
});

test('a disabled API answers nowhere', async () => {
  await using rest = await openRestPlane();
  const closed = await rest.createApi({ disableExecuteApiEndpoint: true });
  await rest.method(closed, '/m', 'GET');
  await rest.deploy(closed);
  expect((await rest.call(closed, '/dev/m')).text).toBe('{"message":"Forbidden"}');
});

test('a star of binary types breaks mocks, as on AWS, unless they convert to text', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi({ binaryMediaTypes: ['*/*'] });
  const mock = { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode":200}' } } as const;
  await rest.method(id, '/m', 'OPTIONS', { integration: mock });
  await rest.method(id, '/m', 'GET', { integration: { ...mock, contentHandling: 'CONVERT_TO_TEXT' } });
  await rest.deploy(id);
  expect((await rest.call(id, '/dev/m', { method: 'OPTIONS' })).status).toBe(500);
  expect((await rest.call(id, '/dev/m')).status).toBe(200);
});
