import {
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  FlushStageCacheCommand,
  PutGatewayResponseCommand,
  TestInvokeMethodCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { createItemTable } from '../../../services/apigateway/items-repository.ts';
import type { StoredApiKey, StoredPlanKey, StoredUsagePlan } from '../../../services/apigateway/index.ts';
import { functionUri, openRestPlane } from './harness.ts';

type Opened = Awaited<ReturnType<typeof openRestPlane>>;

const patch = (rest: Opened, restApiId: string, changes: Record<string, string>) =>
  rest.client.send(
    new UpdateStageCommand({
      restApiId,
      stageName: 'dev',
      patchOperations: Object.entries(changes).map(([path, value]) => ({ op: 'replace', path, value })),
    }),
  );

test('a validator refuses missing parameters, then a body that does not fit', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  const restApiId = id;
  await rest.client.send(
    new CreateModelCommand({
      restApiId,
      name: 'Tag',
      contentType: 'application/json',
      schema: JSON.stringify({
        $schema: 'http://json-schema.org/draft-04/schema#',
        type: 'string',
        pattern: '^(a+)+$',
      }),
    }),
  );
  await rest.client.send(
    new CreateModelCommand({
      restApiId,
      name: 'Pet',
      contentType: 'application/json',
      schema: JSON.stringify({
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          age: { type: 'integer', minimum: 0, exclusiveMinimum: true },
          tag: { $ref: `https://apigateway.amazonaws.com/restapis/${id}/models/Tag` },
          parent: { $ref: `https://apigateway.amazonaws.com/restapis/${id}/models/Pet` },
        },
      }),
    }),
  );
  const { id: requestValidatorId = '' } = await rest.client.send(
    new CreateRequestValidatorCommand({
      restApiId,
      validateRequestBody: true,
      validateRequestParameters: true,
    }),
  );
  await rest.client.send(
    new PutGatewayResponseCommand({
      restApiId,
      responseType: 'BAD_REQUEST_BODY',
      responseTemplates: { 'application/json': '$context.error.validationErrorString' },
    }),
  );
  await rest.method(id, '/p', 'POST', {
    integration: { type: 'MOCK', requestTemplates: { $default: '{"statusCode":200}' } },
    method: {
      requestValidatorId,
      requestModels: { 'application/json': 'Pet' },
      requestParameters: { 'method.request.querystring.q': true, 'method.request.header.H': true },
    },
  });
  await rest.deploy(id);
  const send = (body: string, query = '?q=1', headers: Record<string, string> = { h: '1' }) =>
    rest.call(id, `/dev/p${query}`, { method: 'POST', headers, body });
  expect(await send('{}', '?q=', {})).toMatchObject({
    status: 400,
    text: '{"message": "Missing required request parameters: [H, q]"}',
  });
  expect((await send('{"name":"a","age":1,"tag":"aa","parent":{"name":"b"}}')).status).toBe(200);
  expect(await send('')).toMatchObject({
    status: 400,
    text: '[object has missing required properties (["name"])]',
  });
  for (const body of [
    '{"name":1}',
    '{"name":"a","age":0}',
    '{"name":"a","parent":{}}',
    'no json',
    '[]',
    'null',
  ])
    expect((await send(body)).status).toBe(400);
  expect((await send(`{"name":"a","tag":"${'a'.repeat(40)}b"}`)).status).toBe(400);
  expect((await send('text', '?q=1', { h: '1', 'content-type': 'text/plain' })).status).toBe(200);
});

test('keys: of a usage plan of the stage, within its rate and its quota', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  await rest.method(id, '/k', 'GET', { method: { apiKeyRequired: true } });
  await rest.deploy(id);
  const place = { accountId: '000000000000', region: 'us-east-1' };
  const { database } = rest.store;
  const keys = createItemTable<StoredApiKey>(database, 'key');
  const plans = createItemTable<StoredUsagePlan>(database, 'plan');
  const planKeys = createItemTable<StoredPlanKey>(database, 'plan-key');
  const now = { createdMs: 0, updatedMs: 0 };
  for (const [key, enabled] of [
    ['k1', true],
    ['off', false],
    ['alone', true],
  ] as const)
    keys.put(
      place,
      key,
      { id: key, value: `value-${key}`, enabled, ...now },
      { createdMs: 0, lookup: `value-${key}` },
    );
  plans.put(
    place,
    'p1',
    {
      id: 'p1',
      name: 'p1',
      apiStages: [{ apiId: id, stage: 'dev' }],
      throttle: { rateLimit: 1, burstLimit: 2 },
      quota: { limit: 3, period: 'DAY' },
    },
    { createdMs: 0 },
  );
  for (const keyId of ['k1', 'off'])
    planKeys.put(place, `p1/${keyId}`, { planId: 'p1', keyId }, { createdMs: 0 });
  const send = (key?: string) =>
    rest.call(id, '/dev/k', { headers: key === undefined ? {} : { 'X-API-Key': key } });
  for (const key of [undefined, 'unknown', 'value-off', 'value-alone'])
    expect(await send(key)).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
  expect((await send('value-k1')).status).toBe(200);
  expect((await send('value-k1')).status).toBe(200);
  expect(await send('value-k1')).toMatchObject({ status: 429, text: '{"message":"Too Many Requests"}' });
  rest.clock.advance(2000);
  expect((await send('value-k1')).status).toBe(200);
  expect(await send('value-k1')).toMatchObject({ status: 429, text: '{"message":"Limit Exceeded"}' });
  rest.clock.advance(86_400_000);
  expect((await send('value-k1')).status).toBe(200);
});

test('a stage’s rate for a method', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  await rest.method(id, '/r', 'GET');
  await rest.deploy(id);
  await patch(rest, id, { '/~1r/GET/throttling/rateLimit': '1', '/~1r/GET/throttling/burstLimit': '1' });
  expect((await rest.call(id, '/dev/r')).status).toBe(200);
  expect(await rest.call(id, '/dev/r')).toMatchObject({ status: 429 });
});

test('the stage cache: by parameters, until its time is over, flushed, or asked anew', async () => {
  let count = 0;
  await using rest = await openRestPlane({
    f: () => ({ headers: { 'cache-control': 'no-store' }, body: String((count += 1)) }),
  });
  const id = await rest.createApi();
  await rest.method(id, '/c', 'GET', {
    method: { requestParameters: { 'method.request.querystring.q': false } },
    integration: {
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: functionUri('f'),
      cacheKeyParameters: ['method.request.querystring.q'],
    },
    responses: [],
  });
  await rest.deploy(id);
  await patch(rest, id, {
    '/cacheClusterEnabled': 'true',
    '/cacheClusterSize': '0.5',
    '/*/*/caching/enabled': 'true',
    '/*/*/caching/ttlInSeconds': '60',
  });
  const get = async (query = '', headers = {}) => (await rest.call(id, `/dev/c${query}`, { headers })).text;
  expect([await get(), await get(), await get('?q=1'), await get('?q=1&z=2'), await get()]).toEqual([
    '1',
    '1',
    '2',
    '2',
    '1',
  ]);
  const refused = await rest.call(id, '/dev/c', { headers: { 'cache-control': 'max-age=0' } });
  expect(refused.text).toBe('1');
  expect(refused.headers['warning']).toContain('199');
  await patch(rest, id, { '/*/*/caching/requireAuthorizationForCacheControl': 'false' });
  expect(await get('', { 'cache-control': 'max-age=0' })).toBe('3');
  rest.clock.advance(61_000);
  expect(await get()).toBe('4');
  await rest.client.send(new FlushStageCacheCommand({ restApiId: id, stageName: 'dev' }));
  expect(await get()).toBe('5');
});

test('a canary takes its part, with variables of its own', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  await rest.method(id, '/v', 'GET', {
    responses: [{ responseTemplates: { 'application/json': '$stageVariables.v $!context.isCanaryRequest' } }],
  });
  await rest.client.send(
    new CreateDeploymentCommand({ restApiId: id, stageName: 'dev', variables: { v: 'main' } }),
  );
  expect((await rest.call(id, '/dev/v')).text).toBe('main ');
  await rest.client.send(
    new CreateDeploymentCommand({
      restApiId: id,
      stageName: 'dev',
      canarySettings: { percentTraffic: 100, stageVariableOverrides: { v: 'canary' } },
    }),
  );
  expect((await rest.call(id, '/dev/v')).text).toBe('canary true');
});

test('access and execution logs', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  await rest.method(id, '/l', 'GET');
  await rest.deploy(id);
  await patch(rest, id, {
    '/accessLogSettings/destinationArn': 'arn:aws:logs:us-east-1:000000000000:log-group:access',
    '/accessLogSettings/format':
      '$context.requestId $context.status $context.httpMethod $context.resourcePath $context.nothing',
    '/*/*/logging/loglevel': 'ERROR',
  });
  await rest.call(id, '/dev/l');
  expect(rest.logged).toHaveLength(1);
  expect(rest.logged[0]).toMatchObject({
    logGroup: 'access',
    lines: [expect.stringMatching(/^[0-9a-f-]{36} 200 GET \/l -$/)],
  });
  await patch(rest, id, { '/*/*/logging/loglevel': 'INFO' });
  await rest.call(id, '/dev/l?secret=1', { headers: { 'x-secret': '1' } });
  expect(rest.logged.at(-1)?.lines.join('\n')).not.toMatch(/secret/i);
  await patch(rest, id, { '/*/*/logging/dataTrace': 'true' });
  await rest.call(id, '/dev/l?secret=1');
  expect(rest.logged.at(-1)?.lines.join('\n')).toContain('Method request query string: {secret=1}');
  expect(rest.logged.at(-1)?.logGroup).toBe(`API-Gateway-Execution-Logs_${id}/dev`);
  expect(rest.logged.at(-1)?.lines.at(-1)).toMatch(/Method completed with status: 200$/);
});

test('TestInvokeMethod runs the API under edit and tells what happened', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi();
  const resourceId = await rest.method(id, '/t/{petId}', 'GET', {
    method: { authorizationType: 'AWS_IAM' },
    responses: [
      {
        responseTemplates: {
          'application/json': `$input.params('petId') $input.params('type') $stageVariables.v`,
        },
      },
    ],
  });
  const told = await rest.client.send(
    new TestInvokeMethodCommand({
      restApiId: id,
      resourceId,
      httpMethod: 'GET',
      pathWithQueryString: '/t/1?type=dog',
      headers: { Accept: '*/*' },
      stageVariables: { v: 'x' },
    }),
  );
  expect(told).toMatchObject({
    status: 200,
    body: '1 dog x',
    headers: { 'Content-Type': 'application/json' },
  });
  const lines = (told.log ?? '').split('\n');
  expect(lines[0]).toMatch(/^Execution log for request [0-9a-f-]{36}$/);
  expect(lines.slice(1).map((line) => line.replace(/^\w{3} \w{3} \d\d [\d:]{8} UTC \d{4} : /, ''))).toEqual([
    expect.stringMatching(/^Starting execution for request: /),
    'HTTP Method: GET, Resource Path: /t/1',
    'Method request path: {petId=1}',
    'Method request query string: {type=dog}',
    'Method request headers: {Accept=*/*}',
    'Method request body before transformations: ',
    'Method response body after transformations: 1 dog x',
    'Method response headers: {Content-Type=application/json}',
    'Successfully completed execution',
    'Method completed with status: 200',
    '',
  ]);
});
