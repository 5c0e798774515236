import { CreateAuthorizerCommand, FlushStageAuthorizersCacheCommand } from '@aws-sdk/client-api-gateway';
import { describe, expect, test } from 'vitest';
import { FunctionFailure, functionUri, openRestPlane } from './harness.ts';

const signed = (accessKey = '000000000000') => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20260203/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
  'x-amz-date': '20260203T000000Z',
});

const answerOf = (effect: string, resource: string, more = {}) => ({
  principalId: 'me',
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: resource }],
  },
  ...more,
});

describe('a Lambda authorizer', () => {
  async function open(
    said: (event: { authorizationToken?: string; methodArn: string }) => unknown,
    input = {},
  ) {
    const rest = await openRestPlane({
      auth: (event) => said(event as { authorizationToken?: string; methodArn: string }),
      tell: (event) => ({ body: JSON.stringify((event as { requestContext: object }).requestContext) }),
    });
    const id = await rest.createApi();
    const { id: authorizerId = '' } = await rest.client.send(
      new CreateAuthorizerCommand({
        restApiId: id,
        name: 'auth',
        type: 'TOKEN',
        authorizerUri: functionUri('auth'),
        identitySource: 'method.request.header.Authorization',
        ...input,
      }),
    );
    for (const path of ['/a', '/b'])
      await rest.method(id, path, 'GET', {
        method: { authorizationType: 'CUSTOM', authorizerId },
        integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri('tell') },
        responses: [],
      });
    await rest.deploy(id);
    const call = (path: string, headers: Record<string, string> = { authorization: 'good' }) =>
      rest.call(id, path, { headers });
    return {
      rest,
      id,
      call,
      asked: () => rest.invoked.filter((one) => (one as { type?: string }).type).length,
    };
  }

  test('allows, hands on its context as text, and is asked once for a token', async () => {
    const { rest, id, call, asked } = await open(({ methodArn }) =>
      answerOf('Allow', methodArn.replace(/[^/]+$/, '*'), { context: { n: 5, yes: true, s: 'x' } }),
    );
    await using _ = rest;
    const first = await call('/dev/a');
    expect(first.status).toBe(200);
    expect(JSON.parse(first.text)).toMatchObject({
      authorizer: { principalId: 'me', n: '5', yes: 'true', s: 'x' },
    });
    expect((await call('/dev/b')).status).toBe(200);
    expect(asked()).toBe(1);
    expect(rest.invoked[0]).toEqual({
      type: 'TOKEN',
      authorizationToken: 'good',
      methodArn: `arn:aws:execute-api:us-east-1:000000000000:${id}/dev/GET/a`,
    });
    await rest.client.send(new FlushStageAuthorizersCacheCommand({ restApiId: id, stageName: 'dev' }));
    await call('/dev/a');
    expect(asked()).toBe(2);
    rest.clock.advance(301_000);
    await call('/dev/a');
    expect(asked()).toBe(3);
  });

  test('a kept policy is judged anew for another method', async () => {
    const { rest, call, asked } = await open(({ methodArn }) => answerOf('Allow', methodArn));
    await using _ = rest;
    expect((await call('/dev/a')).status).toBe(200);
    expect(await call('/dev/b')).toMatchObject({
      status: 403,
      text: '{"Message":"User is not authorized to access this resource"}',
    });
    expect(asked()).toBe(1);
  });

  test.each<[string, unknown, number, string]>([
    [
      'denies',
      answerOf('Deny', '*'),
      403,
      '{"Message":"User is not authorized to access this resource with an explicit deny"}',
    ],
    [
      'throws Unauthorized',
      new FunctionFailure({ errorMessage: 'Unauthorized' }),
      401,
      '{"message":"Unauthorized"}',
    ],
    ['throws', new FunctionFailure({ errorMessage: 'else' }), 500, '{"message":null}'],
    ['says nothing', null, 500, '{"message":null}'],
    ['nests its context', answerOf('Allow', '*', { context: { a: {} } }), 500, '{"message":null}'],
  ])('that %s', async (_name, said, status, text) => {
    const { rest, call } = await open(() => said);
    await using _ = rest;
    expect(await call('/dev/a')).toMatchObject({ status, text });
  });

  test('is not asked without a token, or for one that does not look like one', async () => {
    const { rest, call, asked } = await open(() => answerOf('Allow', '*'), {
      identityValidationExpression: 'g.*',
    });
    await using _ = rest;
    expect(await call('/dev/a', {})).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}' });
    expect((await call('/dev/a', { authorization: 'bad' })).status).toBe(401);
    expect(asked()).toBe(0);
  });

  test('of type REQUEST sees the request', async () => {
    const { rest, call } = await open(() => answerOf('Allow', '*'), {
      type: 'REQUEST',
      identitySource: 'method.request.querystring.k, method.request.header.h',
    });
    await using _ = rest;
    expect((await call('/dev/a?k=1', { h: '2' })).status).toBe(200);
    expect(rest.invoked[0]).toMatchObject({
      type: 'REQUEST',
      resource: '/a',
      path: '/a',
      httpMethod: 'GET',
      headers: { h: '2' },
      queryStringParameters: { k: '1' },
      requestContext: { resourcePath: '/a', stage: 'dev' },
    });
    expect((await call('/dev/a?k=1')).status).toBe(401);
  });
});

test('IAM: a signature is wanted, of the API’s own account', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  await rest.method(id, '/m', 'GET', { method: { authorizationType: 'AWS_IAM' } });
  await rest.deploy(id);
  expect((await rest.call(id, '/dev/m')).text).toBe('{"message":"Missing Authentication Token"}');
  expect((await rest.call(id, '/dev/m', { headers: { authorization: 'Bearer x' } })).status).toBe(403);
  expect((await rest.call(id, '/dev/m', { headers: signed() })).status).toBe(200);
  const other = await rest.call(id, '/dev/m', { headers: signed('111122223333') });
  expect(other.status).toBe(403);
  expect(other.text).toBe(
    `{"Message":"User: arn:aws:iam::111122223333:root is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********0000:${id}/dev/GET/m"}`,
  );
});

test('a resource policy lets in whom it names, and nobody when it cannot be judged', async () => {
  await using rest = await openRestPlane();
  const policyOf = (...statements: object[]) =>
    JSON.stringify({
      Statement: statements.map((one) => ({
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/*',
        ...one,
      })),
    });
  const from = (ip: string) => ({ Condition: { IpAddress: { 'aws:SourceIp': ip } } });
  const status = async (policy: string): Promise<number> => {
    const id = await rest.createApi({ policy });
    await rest.method(id, '/m', 'GET');
    await rest.deploy(id);
    return (await rest.call(id, '/dev/m')).status;
  };
  expect(await status(policyOf({ Effect: 'Allow', ...from('127.0.0.0/8') }))).toBe(200);
  expect(await status(policyOf({ Effect: 'Allow', ...from('10.0.0.0/8') }))).toBe(403);
  expect(await status(policyOf({ Effect: 'Allow' }, { Effect: 'Deny', ...from('127.0.0.1') }))).toBe(403);
  expect(await status(policyOf({ Effect: 'Allow', Condition: { Unknown: { 'aws:SourceIp': 'x' } } }))).toBe(
    403,
  );
  expect(
    await status(
      policyOf({ Effect: 'Allow' }, { Effect: 'Deny', Condition: { Unknown: { 'aws:SourceIp': 'x' } } }),
    ),
  ).toBe(403);
});
