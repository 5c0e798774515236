import {
  CreateBasePathMappingCommand,
  CreateDomainNameCommand,
  UpdateDomainNameCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { openRestPlane } from './harness.ts';

/** An API that tells its path; deployed to `dev` and `live`. */
async function openMapped(domainName: string) {
  const rest = await openRestPlane();
  const restApiId = await rest.createApi();
  await rest.client.send(
    new UpdateRestApiCommand({
      restApiId,
      patchOperations: [{ op: 'replace', path: '/disableExecuteApiEndpoint', value: 'true' }],
    }),
  );
  await rest.method(restApiId, '/who', 'GET', {
    responses: [
      {
        responseTemplates: {
          'application/json': '$context.stage $context.path $context.domainName $context.domainPrefix',
        },
      },
    ],
  });
  await rest.deploy(restApiId, 'dev');
  await rest.deploy(restApiId, 'live');
  await rest.client.send(new CreateDomainNameCommand({ domainName }));
  return {
    rest,
    restApiId,
    map: (basePath: string | undefined, stage?: string) =>
      rest.client.send(new CreateBasePathMappingCommand({ domainName, restApiId, basePath, stage })),
    get: (path: string, host = `${domainName}.localhost`) => rest.send(path, { host }),
    [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose](),
  };
}

test('a custom domain leads to the stages that its base paths are mapped to', async () => {
  await using mapped = await openMapped('api.example.com');
  const forbidden = { status: 403, text: '{"message":"Forbidden"}' };
  expect(await mapped.get('/v1/who')).toMatchObject(forbidden);
  await mapped.map('v1', 'live');
  await mapped.map('all');
  expect(await mapped.get('/who')).toMatchObject(forbidden);
  expect(await mapped.get('/v1/who')).toMatchObject({
    status: 200,
    text: 'live /v1/who api.example.com.localhost api',
  });
  expect((await mapped.get('/all/dev/who')).text).toBe('dev /all/dev/who api.example.com.localhost api');
  await mapped.map(undefined, 'dev');
  expect((await mapped.get('/who')).text).toBe('dev /who api.example.com.localhost api');
  expect(await mapped.get('/v1/live/who')).toMatchObject({
    status: 403,
    text: '{"message":"Missing Authentication Token"}',
  });
  expect(await mapped.get('/(none)/who')).toMatchObject({ status: 403 });
  // The API's own address is switched off.
  expect(await mapped.rest.call(mapped.restApiId, '/dev/who')).toMatchObject(forbidden);
});

test('a domain named as the endpoint is reached does not lock its operations out', async () => {
  await using mapped = await openMapped('api.example.com');
  await mapped.map(undefined, 'live');
  const headers = (service: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=000000000000/20260203/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
    'x-amz-date': '20260203T000000Z',
  });
  const host = 'api.example.com.localhost';
  const asked = (service: string, path: string) =>
    mapped.rest.send(path, { host, headers: headers(service) });
  expect(await asked('apigateway', '/restapis')).toMatchObject({ status: 200 });
  expect((await asked('apigateway', '/restapis')).text).toContain(mapped.restApiId);
  expect((await asked('execute-api', '/restapis')).text).toContain('Missing Authentication Token');
  expect((await asked('execute-api', '/who')).text).toContain('live /who');
  expect((await mapped.get('/restapis')).status).toBe(403);
});

test('a wildcard domain answers for names of one more label', async () => {
  await using mapped = await openMapped('*.example.com');
  await mapped.map(undefined, 'dev');
  expect((await mapped.get('/who', 'pets.example.com.localhost')).text).toBe(
    'dev /who pets.example.com.localhost pets',
  );
  const other = await mapped.get('/who', 'a.pets.example.com.localhost');
  expect(other.text).not.toContain('dev');
});

test('domains that would be less closed than they seem are refused', async () => {
  await using mapped = await openMapped('api.example.com');
  const { client } = mapped.rest;
  const domainName = 'closed.example.com';
  for (const more of [
    { mutualTlsAuthentication: { truststoreUri: 's3://trust/store.pem' } },
    { policy: '{}' },
    { endpointConfiguration: { types: ['PRIVATE'] } },
  ] as const)
    await expect(
      client.send(new CreateDomainNameCommand({ domainName, ...more } as { domainName: string })),
    ).rejects.toMatchObject({ name: 'NotImplemented' });
  await expect(
    client.send(
      new UpdateDomainNameCommand({
        domainName: 'api.example.com',
        patchOperations: [{ op: 'replace', path: '/routingMode', value: 'API_MAPPING_ONLY' }],
      }),
    ),
  ).rejects.toThrow('Invalid routing mode specified');
  await expect(client.send(new CreateDomainNameCommand({ domainName: '10.0.0.12' }))).rejects.toMatchObject({
    name: 'BadRequestException',
  });
});
