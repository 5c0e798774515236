import {
  DeleteCorsConfigurationCommand,
  GetRoutesCommand,
  UpdateApiCommand,
  UpdateRouteCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { RemovePermissionCommand } from '@aws-sdk/client-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import { createNodeFunction } from './clients.ts';
import { said, functionArn, startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const { program, clients, gateway, permit, send, call, serve } = apis;
afterAll(() => apis.close());

describe('a call', () => {
  it('becomes an event of format 2.0', async () => {
    const ApiId = await serve(['POST /pets/{id}'], {}, 'dev');
    await gateway.send(new UpdateStageCommand({ ApiId, StageName: 'dev', StageVariables: { k: 'v' } }));
    const host = `${ApiId}.execute-api.localhost:${program.ready.port}`;
    const { json, headers } = await call(ApiId, '/dev/pets/a%20b?a=1&a=2&c=%2F', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: 'c1=v1; c2=v2',
        'X-Two': ['1', '2'],
        'user-agent': 'u',
      },
      body: '{"x":1}',
    });
    const requestId = headers['apigw-requestid'];
    expect(requestId).toMatch(/^[\w-]{15}=$/);
    expect(json).toEqual({
      version: '2.0',
      routeKey: 'POST /pets/{id}',
      rawPath: '/dev/pets/a b',
      rawQueryString: 'a=1&a=2&c=%2F',
      cookies: ['c1=v1', 'c2=v2'],
      headers: {
        'content-type': 'application/json',
        'content-length': '7',
        'x-two': '1,2',
        'user-agent': 'u',
        host,
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/) as string,
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-port': String(program.ready.port),
        'x-forwarded-proto': 'http',
      },
      queryStringParameters: { a: '1,2', c: '/' },
      requestContext: {
        accountId: '000000000000',
        apiId: ApiId,
        domainName: host,
        domainPrefix: ApiId,
        http: {
          method: 'POST',
          path: '/dev/pets/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'u',
        },
        requestId,
        routeKey: 'POST /pets/{id}',
        stage: 'dev',
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/) as string,
        timeEpoch: expect.any(Number) as number,
      },
      body: '{"x":1}',
      pathParameters: { id: 'a b' },
      isBase64Encoded: false,
      stageVariables: { k: 'v' },
    });
  });

  it('becomes an event of format 1.0', async () => {
    const integration = { PayloadFormatVersion: '1.0', IntegrationUri: functionArn('tell') };
    const ApiId = await serve(['ANY /pets/{proxy+}'], integration, 'dev');
    const answer = await call(ApiId, '/dev/pets/1?a=1&a=2', {
      headers: { 'X-Two': ['1', '2'], Cookie: 'c=v', 'user-agent': 'u' },
    });
    expect(answer.headers['x-several']).toBe('1, 2');
    const told = answer.json as unknown as { requestContext: object };
    expect(told.requestContext).not.toHaveProperty('authorizer');
    expect(told).toMatchObject({
      version: '1.0',
      resource: '/pets/{proxy+}',
      path: '/dev/pets/1',
      httpMethod: 'GET',
      // Spelled as in events from AWS.
      headers: { 'X-Two': '2', cookie: 'c=v', 'User-Agent': 'u', 'Content-Length': '0' },
      multiValueHeaders: { 'X-Two': ['1', '2'], 'X-Forwarded-For': ['127.0.0.1'] },
      queryStringParameters: { a: '2' },
      multiValueQueryStringParameters: { a: ['1', '2'] },
      requestContext: {
        apiId: ApiId,
        identity: { sourceIp: '127.0.0.1', accessKey: null, cognitoAmr: null },
        extendedRequestId: answer.headers['apigw-requestid'],
        resourcePath: '/pets/{proxy+}',
        path: '/dev/pets/1',
        stage: 'dev',
      },
      pathParameters: { proxy: '1' },
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
    });
    // An event is no response of format 1.0, which knows no such members.
    const other = await serve(['$default'], { PayloadFormatVersion: '1.0' });
    expect(await call(other, '/')).toMatchObject({
      status: 500,
      text: '{"message":"Internal Server Error"}',
    });
  });

  const json = { 'content-type': 'application/json' };

  it('finds the best route', async () => {
    const keys = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default'];
    const ApiId = await serve(keys);
    const routeOf = async (path: string, method = 'GET') =>
      (await call(ApiId, path, { method })).json['routeKey'];
    expect(await routeOf('/pets/dog/1')).toBe('GET /pets/dog/1');
    expect(await routeOf('/pets/dog/2')).toBe('GET /pets/dog/{id}');
    expect(await routeOf('/pets/cat/1')).toBe('GET /pets/{proxy+}');
    expect(await routeOf('/test/5', 'POST')).toBe('ANY /{proxy+}');
    expect(await routeOf('/')).toBe('$default');
    const { json: event } = await call(ApiId, '/pets/cat/1%2F2');
    expect(event).toMatchObject({ pathParameters: { proxy: 'cat/1/2' } });
    expect((await call(ApiId, '/%zz')).json).toEqual({ message: 'Bad Request' });
  });

  it('may take the path form, with and without the name of $default', async () => {
    const ApiId = await serve(['GET /a']);
    for (const path of ['/a', '/$default/a', '/%24default/a']) {
      const { json: event, status } = await send(`/_aws/execute-api/${ApiId}${path}`);
      expect([status, event['rawPath']]).toEqual([200, '/a']);
    }
    expect((await send(`/_aws/execute-api/${ApiId}/b`)).json).toEqual({ message: 'Not Found' });
    expect((await send(`/_aws/execute-api/${ApiId}`)).status).toBe(404);
    expect((await call('nothing', '/')).json).toEqual({ message: 'Not Found' });
  });

  it('carries bytes both ways', async () => {
    const ApiId = await serve(['POST /bytes'], { IntegrationUri: said });
    const bytes = Buffer.from([0, 255, 128, 10]);
    const result = {
      statusCode: 200,
      headers: { 'content-type': 'image/png' },
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    };
    const answer = await call(ApiId, '/bytes', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ result }),
    });
    expect(answer.body).toEqual(bytes);
    const other = await serve(['POST /bytes']);
    const { json: event } = await call(other, '/bytes', { method: 'POST', body: bytes });
    expect(event).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
  });

  it.each<[unknown, number, string, string | undefined]>([
    [{ statusCode: 201, body: 'made' }, 201, 'made', 'text/plain; charset=utf-8'],
    [{ a: 1 }, 200, '{"a":1}', 'application/json'],
    ['text', 200, 'text', 'application/json'],
    [{ statusCode: 'abc' }, 500, '{"message":"Internal Server Error"}', 'application/json'],
    [
      { statusCode: 200, headers: { 'bad name': 'x' } },
      500,
      '{"message":"Internal Server Error"}',
      'application/json',
    ],
  ])('answers %j with %i', async (result, status, text, type) => {
    const ApiId = await serve(['$default'], { IntegrationUri: said });
    const answer = await call(ApiId, '/', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ result }),
    });
    expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([status, text, type]);
  });

  it('keeps every cookie, and fails as AWS does', async () => {
    const ApiId = await serve(['$default'], { IntegrationUri: said, TimeoutInMillis: 300 });
    const post = (value: unknown) =>
      call(ApiId, '/', { method: 'POST', headers: json, body: JSON.stringify(value) });
    const cookies = ['a=1; Path=/', 'b=2'];
    expect((await post({ result: { statusCode: 200, cookies } })).headers['set-cookie']).toEqual(cookies);
    expect(await post({ fail: 'no' })).toMatchObject({
      status: 500,
      text: '{"message":"Internal Server Error"}',
    });
    expect(await post({ sleepMs: 2000 })).toMatchObject({
      status: 503,
      text: '{"message":"Service Unavailable"}',
    });
    const large = await call(ApiId, '/', {
      method: 'POST',
      headers: json,
      body: Buffer.alloc(10_485_761, 'x'),
    });
    expect(large).toMatchObject({ status: 413, text: '{"message":"Request Entity Too Large"}' });
  });

  it('needs the function to let the API in', async () => {
    await createNodeFunction(clients, 'shy', 'export const handler = async () => "in";');
    const ApiId = await serve(['GET /a/{b}', '$default'], { IntegrationUri: functionArn('shy') }, 'dev');
    expect((await call(ApiId, '/dev/a/b')).json).toEqual({ message: 'Internal Server Error' });
    await permit('shy', `arn:aws:execute-api:us-east-1:000000000000:${ApiId}/*/GET/a/{b}`);
    expect((await call(ApiId, '/dev/a/b')).text).toBe('in');
    expect((await call(ApiId, '/dev/other')).status).toBe(500);
    await clients.lambda.send(new RemovePermissionCommand({ FunctionName: 'shy', StatementId: 'gateway' }));
    await permit('shy', `arn:aws:execute-api:us-east-1:000000000000:${ApiId}/*/$default`);
    expect((await call(ApiId, '/dev/other')).text).toBe('in');
    expect((await call(ApiId, '/dev/a/b')).status).toBe(500);
  });

  it('finds its function by stage variables', async () => {
    const ApiId = await serve(['GET /'], { IntegrationUri: functionArn('${stageVariables.fn}') });
    expect((await call(ApiId, '/')).status).toBe(500);
    await gateway.send(
      new UpdateStageCommand({ ApiId, StageName: '$default', StageVariables: { fn: 'echo' } }),
    );
    expect((await call(ApiId, '/')).status).toBe(200);
  });
});

describe('CORS', () => {
  it('is answered by the API, whose headers replace those of the back end', async () => {
    const ApiId = await serve(['POST /a'], { IntegrationUri: said });
    const CorsConfiguration = {
      AllowOrigins: ['https://a.example'],
      AllowMethods: ['POST'],
      AllowHeaders: ['x-one'],
      ExposeHeaders: ['x-two'],
      MaxAge: 60,
      AllowCredentials: true,
    };
    await gateway.send(new UpdateApiCommand({ ApiId, CorsConfiguration }));
    const ask = (origin: string) =>
      call(ApiId, '/a', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const allowed = await ask('https://a.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'x-one',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '60',
    });
    const other = await ask('https://b.example');
    expect([other.status, other.headers['access-control-allow-origin']]).toEqual([204, undefined]);
    const result = { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } };
    const body = JSON.stringify({ result });
    const headers = { 'content-type': 'application/json', origin: 'https://a.example' };
    expect((await call(ApiId, '/a', { method: 'POST', headers, body })).headers).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      'access-control-expose-headers': 'x-two',
    });
    // No authorizer is asked before it.
    const { Items: [route] = [] } = await gateway.send(new GetRoutesCommand({ ApiId }));
    const { RouteId } = route ?? {};
    await gateway.send(new UpdateRouteCommand({ ApiId, RouteId, RouteKey: '$default' }));
    await gateway.send(new UpdateRouteCommand({ ApiId, RouteId, AuthorizationType: 'AWS_IAM' }));
    expect((await call(ApiId, '/a')).status).toBe(403);
    expect((await ask('https://a.example')).status).toBe(204);
    await gateway.send(
      new UpdateRouteCommand({ ApiId, RouteId, RouteKey: 'POST /a', AuthorizationType: 'NONE' }),
    );
    await gateway.send(new DeleteCorsConfigurationCommand({ ApiId }));
    expect((await ask('https://a.example')).status).toBe(404);
    const without = await call(ApiId, '/a', { method: 'POST', headers, body });
    expect(without.headers['access-control-allow-origin']).toBe('*');
  });
});
