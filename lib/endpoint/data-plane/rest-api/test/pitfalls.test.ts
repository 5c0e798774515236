import {
  CreateApiKeyCommand,
  CreateAuthorizerCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  PutGatewayResponseCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodResponseCommand,
  UpdateApiKeyCommand,
  UpdateRestApiCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { functionUri, openRestPlane } from './harness.ts';

const proxy = (name: string, timeoutInMillis = 29_000) =>
  ({
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: functionUri(name),
    timeoutInMillis,
  }) as const;

test('a preflight meets the authorizer of ANY; an OPTIONS of its own, and headers of refusals, do not', async () => {
  await using rest = await openRestPlane({ auth: () => null, f: () => ({ body: 'in' }) });
  const restApiId = await rest.createApi();
  const { id: authorizerId = '' } = await rest.client.send(
    new CreateAuthorizerCommand({
      restApiId,
      name: 'auth',
      type: 'TOKEN',
      authorizerUri: functionUri('auth'),
      identitySource: 'method.request.header.Authorization',
    }),
  );
  const guarded = { method: { authorizationType: 'CUSTOM', authorizerId }, integration: proxy('f') } as const;
  await rest.method(restApiId, '/shut', 'ANY', { ...guarded, responses: [] });
  await rest.method(restApiId, '/open', 'ANY', { ...guarded, responses: [] });
  const resourceId = await rest.method(restApiId, '/open', 'OPTIONS', { responses: [] });
  const place = { restApiId, resourceId, httpMethod: 'OPTIONS', statusCode: '200' };
  const allowOrigin = 'method.response.header.Access-Control-Allow-Origin';
  await rest.client.send(
    new PutMethodResponseCommand({ ...place, responseParameters: { [allowOrigin]: false } }),
  );
  await rest.client.send(
    new PutIntegrationResponseCommand({ ...place, responseParameters: { [allowOrigin]: "'*'" } }),
  );
  await rest.client.send(
    new PutGatewayResponseCommand({
      restApiId,
      responseType: 'DEFAULT_4XX',
      responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
    }),
  );
  await rest.deploy(restApiId);
  const ask = (path: string, method = 'OPTIONS') =>
    rest.call(restApiId, path, {
      method,
      headers: { origin: 'https://a.example', 'access-control-request-method': 'GET' },
    });
  expect((await ask('/dev/shut')).status).toBe(401);
  const allowed = await ask('/dev/open');
  expect([allowed.status, allowed.headers['access-control-allow-origin']]).toEqual([200, '*']);
  const refused = await ask('/dev/open', 'GET');
  expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([401, '*']);
});

test('a function that is too late for the gateway goes on running', async () => {
  let letEnd: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letEnd = resolve;
  });
  let tellEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    tellEnded = resolve;
  });
  await using rest = await openRestPlane({
    f: async () => {
      await held;
      tellEnded();
      return { body: 'too late' };
    },
  });
  const id = await rest.createApi();
  await rest.method(id, '/f', 'GET', { integration: proxy('f', 50), responses: [] });
  await rest.deploy(id);
  expect(await rest.call(id, '/dev/f')).toMatchObject({
    status: 504,
    text: '{"message": "Endpoint request timed out"}',
  });
  letEnd();
  await ended;
});

test('status, type and words of a refusal come from one and the same gateway response', async () => {
  await using rest = await openRestPlane({ late: () => new Promise(() => undefined), bad: () => 'none' });
  const restApiId = await rest.createApi();
  await rest.method(restApiId, '/late', 'GET', { integration: proxy('late', 50), responses: [] });
  await rest.method(restApiId, '/bad', 'GET', { integration: proxy('bad'), responses: [] });
  await rest.client.send(
    new PutGatewayResponseCommand({
      restApiId,
      responseType: 'DEFAULT_5XX',
      responseTemplates: {
        'application/json': '{"type":"$context.error.responseType","m":$context.error.messageString}',
      },
    }),
  );
  await rest.deploy(restApiId);
  await rest.client.send(
    new UpdateStageCommand({
      restApiId,
      stageName: 'dev',
      patchOperations: [
        {
          op: 'replace',
          path: '/accessLogSettings/destinationArn',
          value: 'arn:aws:logs:us-east-1:000000000000:log-group:access',
        },
        {
          op: 'replace',
          path: '/accessLogSettings/format',
          value: '$context.requestId $context.status $context.error.responseType',
        },
      ],
    }),
  );
  for (const [path, status, type, message] of [
    ['late', 504, 'INTEGRATION_TIMEOUT', 'Endpoint request timed out'],
    ['bad', 502, 'API_CONFIGURATION_ERROR', 'Internal server error'],
  ] as const) {
    const answer = await rest.call(restApiId, `/dev/${path}`);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { type, m: message }]);
    expect(rest.logged.at(-1)?.lines[0]).toMatch(new RegExp(` ${status} ${type}$`));
  }
});

test('the default endpoint is off, with 403, only after a deployment', async () => {
  await using rest = await openRestPlane();
  const restApiId = await rest.createApi();
  await rest.method(restApiId, '/m', 'GET');
  await rest.deploy(restApiId);
  await rest.client.send(
    new UpdateRestApiCommand({
      restApiId,
      patchOperations: [{ op: 'replace', path: '/disableExecuteApiEndpoint', value: 'true' }],
    }),
  );
  expect((await rest.call(restApiId, '/dev/m')).status).toBe(200);
  await rest.deploy(restApiId);
  expect(await rest.call(restApiId, '/dev/m')).toMatchObject({
    status: 403,
    text: '{"message":"Forbidden"}',
  });
});

test('a key that is made without a word of `enabled` is off', async () => {
  await using rest = await openRestPlane();
  const apiId = await rest.createApi();
  await rest.method(apiId, '/k', 'GET', { method: { apiKeyRequired: true } });
  await rest.deploy(apiId);
  const { id: keyId = '', value = '', enabled } = await rest.client.send(new CreateApiKeyCommand({}));
  expect(enabled).toBe(false);
  const plan = await rest.client.send(
    new CreateUsagePlanCommand({ name: 'plan', apiStages: [{ apiId, stage: 'dev' }] }),
  );
  await rest.client.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId, keyType: 'API_KEY' }));
  const status = async () => (await rest.call(apiId, '/dev/k', { headers: { 'x-api-key': value } })).status;
  expect(await status()).toBe(403);
  await rest.client.send(
    new UpdateApiKeyCommand({
      apiKey: keyId,
      patchOperations: [{ op: 'replace', path: '/enabled', value: 'true' }],
    }),
  );
  expect(await status()).toBe(200);
});

test('a time limit above 29 seconds is taken, up to 300', async () => {
  await using rest = await openRestPlane();
  const restApiId = await rest.createApi();
  const resourceId = await rest.method(restApiId, '/f', 'GET');
  const put = (timeoutInMillis: number) =>
    rest.client.send(
      new PutIntegrationCommand({ restApiId, resourceId, httpMethod: 'GET', ...proxy('f', timeoutInMillis) }),
    );
  expect((await put(300_000)).timeoutInMillis).toBe(300_000);
  for (const wrong of [49, 300_001])
    await expect(put(wrong)).rejects.toThrow('Timeout should be between 50 ms and 300000 ms');
});
