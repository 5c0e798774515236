import { UpdateRestApiCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { functionUri, openRestPlane } from './harness.ts';

const settings = (restApiId: string, changes: Record<string, string>) =>
  new UpdateStageCommand({
    restApiId,
    stageName: 'dev',
    patchOperations: Object.entries(changes).map(([path, value]) => ({ op: 'replace', path, value })),
  });

test('calls are counted by the name of the API and its stage, errors as a rate', async () => {
  await using rest = await openRestPlane({ bad: () => 'none' });
  const id = await rest.createApi({ name: 'Pets 🐕' });
  await rest.method(id, '/m', 'GET');
  await rest.method(id, '/bad', 'GET', {
    integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri('bad') },
    responses: [],
  });
  await rest.deploy(id);
  for (const path of ['/dev/m', '/dev/m', '/dev/none', '/dev/bad']) await rest.call(id, path);
  await rest.call(id, '/nothing/m');
  const sums = rest.counted.sums('ApiName=Pets', 'Stage=dev');
  expect(sums).toEqual({
    Count: 4,
    '4XXError': 1,
    '5XXError': 1,
    Latency: expect.any(Number) as number,
    IntegrationLatency: expect.any(Number) as number,
  });
  expect(rest.counted.sums('ApiName=Pets')).toEqual(sums);
  expect(rest.counted.sets).toHaveLength(2);
});

test('a name without a letter that metrics take gives way to the id', async () => {
  await using rest = await openRestPlane();
  const id = await rest.createApi({ name: '犬' });
  await rest.method(id, '/m', 'GET');
  await rest.deploy(id);
  await rest.call(id, '/dev/m');
  expect(rest.counted.sums(`ApiName=${id}`)).toMatchObject({ Count: 1 });
  // A mock is no back end that could be waited for.
  expect(rest.counted.sums(`ApiName=${id}`)).not.toHaveProperty('IntegrationLatency');
  await rest.client.send(
    new UpdateRestApiCommand({
      restApiId: id,
      patchOperations: [{ op: 'replace', path: '/name', value: 'dogs' }],
    }),
  );
  await rest.deploy(id);
  await rest.call(id, '/dev/m');
  expect(rest.counted.sums('ApiName=dogs')).toMatchObject({ Count: 1 });
});

test('a method is counted apart where its settings say so; hits and misses where the stage has a cache', async () => {
  let count = 0;
  await using rest = await openRestPlane({ f: () => ({ body: String((count += 1)) }) });
  const id = await rest.createApi({ name: 'pets' });
  const integration = { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri('f') } as const;
  await rest.method(id, '/c/{id}', 'ANY', { integration, responses: [] });
  await rest.deploy(id);
  await rest.client.send(
    settings(id, {
      '/cacheClusterEnabled': 'true',
      '/cacheClusterSize': '0.5',
      '/*/*/caching/enabled': 'true',
      '/*/*/metrics/enabled': 'true',
    }),
  );
  for (const method of ['GET', 'GET', 'POST']) await rest.call(id, '/dev/c/1', { method });
  expect(rest.counted.sums('ApiName=pets', 'Stage=dev', 'Method=GET', 'Resource=/c/{id}')).toMatchObject({
    Count: 2,
    CacheHitCount: 1,
    CacheMissCount: 1,
  });
  expect(rest.counted.sums('ApiName=pets', 'Stage=dev')).toMatchObject({
    Count: 3,
    CacheHitCount: 1,
    CacheMissCount: 1,
  });
});
