import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
} from '@aws-sdk/client-api-gateway';
import {
  CreateAuthorizerCommand,
  UpdateApiCommand,
  type CreateAuthorizerCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { expect, it, vi } from 'vitest';
import { refusedClient } from './client.ts';
import { FunctionFailure, functionUri, openSocketPlane } from './harness.ts';

type Plane = Awaited<ReturnType<typeof openSocketPlane>>;

const allow = (resource: string, more: object = {}) => ({
  principalId: 'me',
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: resource }],
  },
  ...more,
});

/** An API whose `$connect` asks the function `guard`. */
async function guarded(plane: Plane, more: Partial<CreateAuthorizerCommandInput> = {}): Promise<string> {
  const apiId = await plane.serve({ $default: { isAnswered: true }, $disconnect: {} });
  const { AuthorizerId } = await plane.gateway.send(
    new CreateAuthorizerCommand({
      ApiId: apiId,
      Name: 'guard',
      AuthorizerType: 'REQUEST',
      AuthorizerUri: functionUri('guard'),
      IdentitySource: ['route.request.querystring.token', 'route.request.header.X-Mine'],
      ...more,
    }),
  );
  await plane.addRoute(apiId, '$connect', { route: { AuthorizationType: 'CUSTOM', AuthorizerId } });
  await plane.deploy(apiId);
  return apiId;
}

it('a REQUEST authorizer decides, and what it says is told in every event', async () => {
  const said: { answer: unknown } = { answer: undefined };
  await using plane = await openSocketPlane({
    guard: (event) =>
      typeof said.answer === 'function' ? (said.answer as (e: unknown) => unknown)(event) : said.answer,
    echo: ({ requestContext: { authorizer } }) => ({ statusCode: 200, body: JSON.stringify(authorizer) }),
  });
  const apiId = await guarded(plane);
  const arn = `arn:aws:execute-api:us-east-1:000000000000:${apiId}/dev/$connect`;
  said.answer = ({ methodArn }: { methodArn: string }) =>
    allow(methodArn, { context: { tier: 'gold', seats: 3, isNew: true } });
  const mine = { headers: { 'X-Mine': 'a' } };
  const client = await plane.open(apiId, '/dev?token=t', mine);
  expect(plane.invoked[0]).toMatchObject({
    type: 'REQUEST',
    methodArn: arn,
    multiValueQueryStringParameters: {},
    stageVariables: {},
    headers: { 'X-Mine': 'a', Connection: 'upgrade', 'content-length': '0', Upgrade: 'websocket' },
    queryStringParameters: { token: 't' },
    requestContext: { routeKey: '$connect', eventType: 'CONNECT', apiId },
  });
  const told = { principalId: 'me', tier: 'gold', seats: '3', isNew: 'true' };
  expect(plane.invoked[1]?.requestContext['authorizer']).toEqual(told);
  client.send({});
  expect(await client.nextJson()).toEqual(told);
  client.socket.close();
  const gone = await plane.called(({ requestContext }) => requestContext.eventType === 'DISCONNECT');
  expect(gone.requestContext['authorizer']).toEqual(told);

  const refusal = async (answer: unknown, query = '?token=t', options: object = mine) => {
    said.answer = answer;
    const { status, json } = await refusedClient(plane.pathOf(apiId, `/dev${query}`), options);
    return `${status} ${String(json['message'])}`;
  };
  const asked = plane.invoked.length;
  expect(await refusal(allow(arn), '')).toBe('401 Unauthorized');
  expect(await refusal(allow(arn), '?token=')).toBe('401 Unauthorized');
  expect(await refusal(allow(arn), '?token=t', {})).toBe('401 Unauthorized');
  expect(plane.invoked).toHaveLength(asked);
  // Wildcards for methods and paths, as scripts for REST APIs have them, name another route than $connect.
  expect(await refusal(allow(`${arn.replace('$connect', '')}*/*`))).toMatch(/^403 /);
  expect(await refusal(allow('arn:aws:execute-api:*:*:other/*'))).toMatch(/^403 User is not authorized/);
  const deny = allow(arn);
  deny.policyDocument.Statement.push({ Action: '*', Effect: 'Deny', Resource: '*' });
  expect(await refusal(deny)).toMatch(/^403 .*explicit deny$/);
  expect(await refusal(new FunctionFailure({ errorMessage: 'Unauthorized' }))).toBe('401 Unauthorized');
  for (const garbage of [
    { statusCode: 401 },
    null,
    'yes',
    allow(arn, { context: { list: [] } }),
    allow(arn, { context: { long: 'x'.repeat(8192) } }),
    new FunctionFailure({ errorMessage: 'boom' }),
  ])
    expect(await refusal(garbage)).toBe('500 Internal server error');
  expect(plane.failures).toEqual([]);
});

it('AWS_IAM lets in who signs with a key of the account', async () => {
  await using plane = await openSocketPlane({ echo: () => ({ statusCode: 200 }) });
  const apiId = await plane.serve({ $connect: { route: { AuthorizationType: 'AWS_IAM' } } });
  const scope = (key: string, service = 'execute-api') => `${key}/20260101/us-east-1/${service}/aws4_request`;
  const header = (key: string, service?: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=${scope(key, service)}, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
  });
  (await plane.open(apiId, '/dev', { headers: header('000000000000') })).socket.terminate();
  const query =
    `?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${encodeURIComponent(scope('000000000000'))}` +
    `&X-Amz-Date=20260101T000000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=${'0'.repeat(64)}`;
  (await plane.open(apiId, `/dev${query}`)).socket.terminate();
  const status = async (rest: string, headers: Record<string, string> = {}) =>
    (await refusedClient(plane.pathOf(apiId, rest), { headers })).status;
  expect(await status('/dev')).toBe(403);
  expect(await status('/dev', header('111111111111'))).toBe(403);
  expect(await status('/dev', header('000000000000', 'lambda'))).toBe(403);
  // A page can make such an address up.
  expect(await status(`/dev${query}`, { origin: 'https://evil.example' })).toBe(403);
});

it('API keys of a usage plan, by header or by what the authorizer says', async () => {
  let usageIdentifierKey = '';
  await using plane = await openSocketPlane({
    echo: () => ({ statusCode: 200 }),
    guard: (event) => allow((event as unknown as { methodArn: string }).methodArn, { usageIdentifierKey }),
  });
  const apiId = await plane.serve({ $connect: { route: { ApiKeyRequired: true } } });
  const keys = new APIGatewayClient({
    endpoint: `http://127.0.0.1:${plane.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: '000000000000', secretAccessKey: 'test' },
  });
  const { id: keyId = '', value = '' } = await keys.send(new CreateApiKeyCommand({ enabled: true }));
  const { id: usagePlanId } = await keys.send(
    new CreateUsagePlanCommand({
      name: 'three',
      apiStages: [{ apiId, stage: 'dev' }],
      quota: { limit: 3, period: 'DAY' },
    }),
  );
  const status = async (headers: Record<string, string>, api = apiId) =>
    (await refusedClient(plane.pathOf(api), { headers })).status;
  expect(await status({ 'x-api-key': value })).toBe(403);
  await keys.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }));
  expect(await status({})).toBe(403);
  expect(await status({ 'x-api-key': 'other' })).toBe(403);
  await plane.open(apiId, '/dev', { headers: { 'x-api-key': value } });
  expect(plane.invoked[0]?.requestContext['identity']).toMatchObject({ apiKey: value, apiKeyId: keyId });
  await plane.open(apiId, '/dev', { headers: { 'x-api-key': value } });
  await plane.open(apiId, '/dev', { headers: { 'x-api-key': value } });
  expect(await status({ 'x-api-key': value })).toBe(429);
  await expect(
    keys.send(new CreateUsagePlanCommand({ name: 'none', apiStages: [{ apiId, stage: 'prod' }] })),
  ).rejects.toThrow('Invalid API Stage');

  const other = await plane.serve({ x: {} });
  const { AuthorizerId } = await plane.gateway.send(
    new CreateAuthorizerCommand({
      ApiId: other,
      Name: 'guard',
      AuthorizerType: 'REQUEST',
      AuthorizerUri: functionUri('guard'),
      IdentitySource: [],
    }),
  );
  await plane.addRoute(other, '$connect', {
    route: { ApiKeyRequired: true, AuthorizationType: 'CUSTOM', AuthorizerId },
  });
  await plane.gateway.send(
    new UpdateApiCommand({
      ApiId: other,
      ApiKeySelectionExpression: '$context.authorizer.usageIdentifierKey',
    }),
  );
  await plane.deploy(other);
  const { id: second = '', value: secondValue = '' } = await keys.send(
    new CreateApiKeyCommand({ enabled: true }),
  );
  const plan = await keys.send(
    new CreateUsagePlanCommand({ name: 'other', apiStages: [{ apiId: other, stage: 'dev' }] }),
  );
  await keys.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: second, keyType: 'API_KEY' }));
  expect(await status({ 'x-api-key': secondValue }, other)).toBe(403);
  usageIdentifierKey = secondValue;
  await plane.open(other);
  keys.destroy();
});

it('messages above the rate of their route are told so, and the connection stays', async () => {
  await using plane = await openSocketPlane({ echo: () => ({ statusCode: 200, body: 'answered' }) });
  const apiId = await plane.serve(
    { join: { isAnswered: true }, leave: { isAnswered: true } },
    { stage: { RouteSettings: { join: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 } } } },
  );
  const client = await plane.open(apiId);
  const ask = async (action: string) => {
    client.send({ action });
    return client.next();
  };
  expect(await ask('join')).toBe('answered');
  expect(await ask('join')).toBe('answered');
  expect(JSON.parse(await ask('join'))).toEqual({
    message: 'Too Many Requests',
    connectionId: expect.any(String) as unknown,
    requestId: expect.any(String) as unknown,
  });
  expect(await ask('leave')).toBe('answered');
  plane.clock.advance(1000);
  expect(await ask('join')).toBe('answered');
});

it('an upgrade above the rate of $connect is refused with 429', async () => {
  await using plane = await openSocketPlane({ echo: () => ({ statusCode: 200 }) });
  const apiId = await plane.serve(
    { $connect: {} },
    { stage: { DefaultRouteSettings: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 } } },
  );
  await plane.open(apiId);
  expect((await refusedClient(plane.pathOf(apiId))).status).toBe(429);
});

it('a parameter that $connect requires', async () => {
  await using plane = await openSocketPlane({ echo: () => ({ statusCode: 200 }) });
  const apiId = await plane.serve({
    $connect: { route: { RequestParameters: { 'route.request.querystring.room': { Required: true } } } },
  });
  const { status, json } = await refusedClient(plane.pathOf(apiId));
  expect([status, json['message']]).toEqual([400, 'Missing required request parameters: [room]']);
  await plane.open(apiId, '/dev?room=1');
});

it('an authorizer that hangs is waited for ten seconds', async () => {
  let tellAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (tellAsked = resolve));
  await using plane = await openSocketPlane({
    guard: () => {
      tellAsked();
      return new Promise(() => undefined);
    },
  });
  const apiId = await guarded(plane);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const refused = refusedClient(plane.pathOf(apiId, '/dev?token=t'), { headers: { 'X-Mine': 'a' } });
    await asked;
    await vi.advanceTimersByTimeAsync(10_100);
    expect((await refused).status).toBe(500);
  } finally {
    vi.useRealTimers();
  }
});
