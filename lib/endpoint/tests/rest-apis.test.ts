import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNodeFunction } from './clients.ts';
import { functionArn, startHttpApis } from './http-api-harness.ts';

let apis: Awaited<ReturnType<typeof startHttpApis>>;
let client: APIGatewayClient;

beforeAll(async () => {
  apis = await startHttpApis();
  client = new APIGatewayClient({
    endpoint: apis.program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
}, 60_000);

afterAll(async () => {
  client.destroy();
  await apis.close();
});

/** A REST API whose paths all go to one function. */
async function serve(name: string, timeoutInMillis = 29_000): Promise<string> {
  const { id: restApiId = '', rootResourceId: parentId = '' } = await client.send(
    new CreateRestApiCommand({ name: 'pets' }),
  );
  const made = await client.send(new CreateResourceCommand({ restApiId, parentId, pathPart: '{proxy+}' }));
  const place = { restApiId, resourceId: made.id ?? '', httpMethod: 'ANY' };
  await client.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn(name)}/invocations`;
  await client.send(
    new PutIntegrationCommand({
      ...place,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri,
      timeoutInMillis,
    }),
  );
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));
  return restApiId;
}

test('a REST API calls a function that its policy lets it call', async () => {
  const id = await serve('said');
  const say = (said: object) => apis.call(id, '/dev/x', { method: 'POST', body: JSON.stringify(said) });
  const good = await say({ result: { statusCode: 201, body: 'made', headers: { 'x-a': 'b' } } });
  expect(good).toMatchObject({ status: 201, text: 'made' });
  expect(good.headers['x-a']).toBe('b');
  expect(await say({ result: 'text' })).toMatchObject({
    status: 502,
    text: '{"message": "Internal server error"}',
  });
  expect(await say({ fail: 'no' })).toMatchObject({ status: 502 });
  // The function's own time, three seconds, is longer.
  const hasty = await serve('said', 500);
  const body = JSON.stringify({ sleepMs: 2500, result: {} });
  expect(await apis.call(hasty, '/dev/x', { method: 'POST', body })).toMatchObject({
    status: 504,
    text: '{"message": "Endpoint request timed out"}',
  });
}, 30_000);

test('the start of a function counts towards the time limit of the gateway', async () => {
  await createNodeFunction(
    apis.clients,
    'sleeper',
    `await new Promise((resolve) => setTimeout(resolve, 1500));
     export const handler = async () => ({ body: 'awake' });`,
  );
  await apis.permit('sleeper', 'arn:aws:execute-api:us-east-1:000000000000:*/*/*');
  const id = await serve('sleeper', 1000);
  expect(await apis.call(id, '/dev/x')).toMatchObject({
    status: 504,
    text: '{"message": "Endpoint request timed out"}',
  });
  // The start goes on without its caller; the next call finds the function awake.
  await expect
    .poll(async () => (await apis.call(id, '/dev/x')).text, { timeout: 20_000, interval: 300 })
    .toBe('awake');
}, 30_000);

test('without permission it answers 500; HTTP APIs and unknown ids are the other plane’s', async () => {
  const id = await serve('nobody');
  expect(await apis.call(id, '/dev/x')).toMatchObject({
    status: 500,
    text: '{"message": "Internal server error"}',
  });
  const http = await apis.serve(['GET /x']);
  expect((await apis.call(http, '/x')).status).toBe(200);
  expect((await apis.call('nothinghere', '/x')).status).toBe(404);
});
