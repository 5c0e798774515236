import { expect, test } from 'vitest';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createManualClock } from '../../manual-clock.ts';
import { openLambda, ready, refusalOf, settle, type TestLambda } from './harness.ts';

const PER_TENANT = { TenancyConfig: { TenantIsolationMode: 'PER_TENANT' } };

async function openIsolated(overrides: Parameters<typeof openLambda>[0] = {}): Promise<TestLambda> {
  const lambda = await openLambda(overrides);
  await lambda.create(PER_TENANT);
  await ready(lambda);
  return lambda;
}

const invoke = (lambda: TestLambda, input: object = {}) =>
  lambda.call('Invoke', { FunctionName: 'fn', ...input });
const keysOf = (lambda: TestLambda) => lambda.script.calls.map(({ launch }) => launch.key);

test('each tenant has environments of its own, and calls hand on whom they are for', async () => {
  await using lambda = await openIsolated();
  expect(await lambda.configuration()).toMatchObject(PER_TENANT);
  for (const TenantId of ['blue', 'green', 'blue']) await invoke(lambda, { TenantId });
  const [blue, green, again] = keysOf(lambda);
  expect(blue).not.toBe(green);
  expect(again).toBe(blue);
  expect(lambda.script.calls.map(({ request }) => request.tenantId)).toEqual(['blue', 'green', 'blue']);

  // An update and a deletion let go of the environments of all tenants.
  await lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Timeout: 5 });
  await ready(lambda);
  expect(await lambda.configuration()).toMatchObject(PER_TENANT);
  for (const key of [blue, green])
    expect(lambda.script.retired.some((prefix) => key?.startsWith(prefix))).toBe(true);
});

test('a call names a tenant where tenants are kept apart, and nowhere else', async () => {
  await using lambda = await openIsolated();
  await lambda.create({ FunctionName: 'shared' });
  await ready(lambda, 'shared');
  const missing =
    'InvalidParameterValueException 400: The invoked function is enabled with tenancy configuration. Add a valid tenant ID in your request and try again.';
  for (const InvocationType of ['RequestResponse', 'Event', 'DryRun'])
    expect(await refusalOf(invoke(lambda, { InvocationType }))).toBe(missing);
  expect(await refusalOf(lambda.call('InvokeWithResponseStream', { FunctionName: 'fn' }))).toBe(missing);
  expect(await refusalOf(invoke(lambda, { FunctionName: 'shared', TenantId: 'blue' }))).toMatch(
    /^InvalidParameterValueException 400: .* not enabled with tenancy configuration/,
  );
  for (const TenantId of ['', 'a#b', 'x'.repeat(257)])
    expect(await refusalOf(invoke(lambda, { TenantId }))).toMatch(
      /^ValidationException 400: .* at 'tenantId'/,
    );
  expect(lambda.script.calls).toEqual([]);
  await invoke(lambda, { TenantId: 'a.b_c:d/e=f+g-h@i j' });
  expect(lambda.script.calls).toHaveLength(1);
});

test('an asynchronous call runs for its tenant, after a restart too', async () => {
  const clock = createManualClock();
  await using store = await openTemporaryStore({ now: clock.now });
  {
    await using before = await openIsolated({ store, manualClock: clock });
    before.script.answer = () => ({ kind: 'not-run', reason: 'The endpoint is shutting down.' });
    expect(await invoke(before, { InvocationType: 'Event', TenantId: 'blue' })).toEqual({ StatusCode: 202 });
  }
  await using lambda = await openLambda({ store, manualClock: clock });
  await settle(lambda, () => {
    clock.advance(60_000);
    return Promise.resolve(lambda.script.calls.length > 0);
  });
  expect(lambda.script.calls[0]?.request.tenantId).toBe('blue');
});

test('what such functions do not have on AWS is refused', async () => {
  await using lambda = await openIsolated();
  const refused = /^InvalidParameterValueException 400: .* not supported for functions with tenant isolation/;
  const call = (name: string, input: object) =>
    refusalOf(lambda.call(name, { FunctionName: 'fn', ...input }));
  expect(await call('CreateFunctionUrlConfig', { AuthType: 'NONE' })).toMatch(refused);
  const SnapStart = { ApplyOn: 'PublishedVersions' };
  const python = { FunctionName: 'py', Runtime: 'python3.13', SnapStart };
  expect(await refusalOf(lambda.create({ ...python, ...PER_TENANT }))).toMatch(refused);
  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  expect(
    await call('PutProvisionedConcurrencyConfig', { Qualifier: '1', ProvisionedConcurrentExecutions: 1 }),
  ).toMatch(refused);
  const EventSourceArn = 'arn:aws:sqs:eu-west-1:000000000000:q';
  expect(await call('CreateEventSourceMapping', { EventSourceArn })).toMatch(refused);
});
