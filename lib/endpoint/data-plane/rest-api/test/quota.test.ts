import {
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  GetUsageCommand,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { openRestPlane } from './harness.ts';

async function openKeyed() {
  const rest = await openRestPlane();
  const id = await rest.createApi();
  await rest.method(id, '/k', 'GET', { method: { apiKeyRequired: true } });
  await rest.deploy(id);
  const key = await rest.client.send(new CreateApiKeyCommand({ name: 'one', enabled: true }));
  const keyId = key.id ?? '';
  const { id: usagePlanId = '' } = await rest.client.send(
    new CreateUsagePlanCommand({ name: 'basic', apiStages: [{ apiId: id, stage: 'dev' }] }),
  );
  await rest.client.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }));
  return {
    rest,
    get: async () => (await rest.call(id, '/dev/k', { headers: { 'x-api-key': key.value ?? '' } })).status,
    change: (changes: Record<string, string>) =>
      rest.client.send(
        new UpdateUsagePlanCommand({
          usagePlanId,
          patchOperations: Object.entries(changes).map(([path, value]) => ({ op: 'replace', path, value })),
        }),
      ),
    usage: async (startDate: string) =>
      (await rest.client.send(new GetUsageCommand({ usagePlanId, startDate, endDate: startDate }))).items?.[
        keyId
      ],
    [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose](),
  };
}

test('a quota that is set or changed holds in the period that runs', async () => {
  await using keyed = await openKeyed();
  const today = new Date(keyed.rest.clock.now()).toISOString().slice(0, 10);
  expect(await keyed.get()).toBe(200);
  await keyed.change({ '/quota/limit': '2', '/quota/period': 'DAY' });
  expect(await keyed.usage(today)).toEqual([[1, 2]]);
  expect([await keyed.get(), await keyed.get(), await keyed.get()]).toEqual([200, 200, 429]);
  await keyed.change({ '/quota/limit': '3' });
  expect(await keyed.usage(today)).toEqual([[3, 1]]);
  expect([await keyed.get(), await keyed.get()]).toEqual([200, 429]);
  await keyed.change({ '/quota/limit': '1' });
  expect(await keyed.usage(today)).toEqual([[4, 0]]);
});

test('a quota of nonsense is refused', async () => {
  await using keyed = await openKeyed();
  const wrong: Record<string, string>[] = [
    { '/quota/limit': '2' },
    { '/quota/limit': '2', '/quota/period': 'YEAR' },
    { '/quota/limit': '2', '/quota/period': 'WEEK', '/quota/offset': '7' },
  ];
  for (const changes of wrong)
    await expect(keyed.change(changes)).rejects.toMatchObject({ name: 'BadRequestException' });
  await expect(
    keyed.rest.client.send(new CreateUsagePlanCommand({ name: 'less', quota: { limit: -1, period: 'DAY' } })),
  ).rejects.toMatchObject({ message: expect.stringContaining('0 at least') as string });
});

test('counts of more than a year ago are dropped with the first call of a day', async () => {
  await using keyed = await openKeyed();
  const today = new Date(keyed.rest.clock.now()).toISOString().slice(0, 10);
  await keyed.get();
  expect(await keyed.usage(today)).toEqual([[1, 0]]);
  keyed.rest.clock.advance(401 * 86_400_000);
  await keyed.get();
  expect(await keyed.usage(today)).toEqual([[0, 0]]);
});

test('a throttle of a stage that the plan does not hold is refused', async () => {
  await using keyed = await openKeyed();
  await expect(
    keyed.change({ '/apiStages/none:dev/throttle/~1k~1GET/rateLimit': '1' }),
  ).rejects.toMatchObject({
    name: 'NotFoundException',
    message: expect.stringContaining('add it to /apiStages first') as string,
  });
});
