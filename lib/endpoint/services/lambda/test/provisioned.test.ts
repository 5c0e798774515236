import { expect, test } from 'vitest';
import type { InvocationOutcome, ProvisionOutcome } from '../../../runtimes/launch.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { openLambda, ready, refusalOf, report, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';
const done: InvocationOutcome = { kind: 'success', payload: Buffer.from('1'), report };

async function openPublished(overrides: Parameters<typeof openLambda>[0] = {}) {
  const lambda = await openLambda(overrides);
  await lambda.create();
  await ready(lambda);
  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  return lambda;
}

const put = (lambda: TestLambda, Qualifier: string, ProvisionedConcurrentExecutions: number) =>
  lambda.call('PutProvisionedConcurrencyConfig', {
    FunctionName: 'fn',
    Qualifier,
    ProvisionedConcurrentExecutions,
  });
const get = (lambda: TestLambda, Qualifier: string) =>
  lambda.call('GetProvisionedConcurrencyConfig', { FunctionName: 'fn', Qualifier });
const reserve = (lambda: TestLambda, ReservedConcurrentExecutions: number) =>
  lambda.call('PutFunctionConcurrency', { FunctionName: 'fn', ReservedConcurrentExecutions });

test('goes from in progress to ready, is listed, and ends', async () => {
  await using lambda = await openPublished();
  const missing =
    'ProvisionedConcurrencyConfigNotFoundException 404: No Provisioned Concurrency Config found for this function';
  expect(await refusalOf(get(lambda, '1'))).toBe(missing);
  expect(await put(lambda, '1', 3)).toMatchObject({
    RequestedProvisionedConcurrentExecutions: 3,
    AllocatedProvisionedConcurrentExecutions: 0,
    AvailableProvisionedConcurrentExecutions: 0,
    Status: 'IN_PROGRESS',
  });
  await expect
    .poll(() => get(lambda, '1'))
    .toMatchObject({
      AllocatedProvisionedConcurrentExecutions: 3,
      AvailableProvisionedConcurrentExecutions: 3,
      Status: 'READY',
    });
  expect(await lambda.call('ListProvisionedConcurrencyConfigs', { FunctionName: 'fn' })).toMatchObject({
    ProvisionedConcurrencyConfigs: [{ FunctionArn: `${arn}:1`, Status: 'READY' }],
  });
  await lambda.call('DeleteProvisionedConcurrencyConfig', { FunctionName: 'fn', Qualifier: '1' });
  expect(await refusalOf(get(lambda, '1'))).toBe(missing);
  await lambda.call('DeleteProvisionedConcurrencyConfig', { FunctionName: 'fn', Qualifier: '1' });
});

test('says why it failed: the code, or the machine', async () => {
  await using lambda = await openPublished();
  const outcomes: ProvisionOutcome[] = [
    { kind: 'failed', cause: 'init', reason: 'Initialisation failed: Error.' },
    { kind: 'failed', cause: 'machine', reason: 'This machine keeps 4.' },
  ];
  lambda.script.provision = () => Promise.resolve(outcomes.shift() ?? { kind: 'ready' });
  await put(lambda, '1', 2);
  await expect
    .poll(() => get(lambda, '1'))
    .toMatchObject({ Status: 'FAILED', StatusReason: 'FUNCTION_ERROR_INIT_FAILURE' });
  await put(lambda, '1', 2);
  await expect
    .poll(() => get(lambda, '1'))
    .toMatchObject({ Status: 'FAILED', StatusReason: 'This machine keeps 4.' });
});

test('follows its alias, and a version has it once', async () => {
  await using lambda = await openPublished();
  await lambda.call('UpdateFunctionConfiguration', { FunctionName: 'fn', Description: 'two' });
  await ready(lambda);
  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  await lambda.call('CreateAlias', { FunctionName: 'fn', Name: 'live', FunctionVersion: '1' });
  await put(lambda, 'live', 2);
  await expect.poll(() => get(lambda, 'live')).toMatchObject({ Status: 'READY' });
  expect(await refusalOf(put(lambda, '1', 1))).toBe(
    'ResourceConflictException 409: Version is pointed by a Provisioned Concurrency alias',
  );
  await put(lambda, '2', 1);
  const moved = { FunctionName: 'fn', Name: 'live', FunctionVersion: '2' };
  expect(await refusalOf(lambda.call('UpdateAlias', moved))).toBe(
    "ResourceConflictException 409: Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
  );
  await lambda.call('DeleteProvisionedConcurrencyConfig', { FunctionName: 'fn', Qualifier: '2' });
  await lambda.call('UpdateAlias', moved);
  await put(lambda, '1', 1);
  await lambda.call('DeleteAlias', { FunctionName: 'fn', Name: 'live' });
  await put(lambda, '2', 1);
});

test('sizes are refused as AWS does', async () => {
  await using lambda = await openPublished();
  expect(await refusalOf(put(lambda, '$LATEST', 1))).toBe(
    'InvalidParameterValueException 400: Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
  );
  expect(await refusalOf(get(lambda, '$LATEST'))).toBe(
    'InvalidParameterValueException 400: The function resource provided must be an alias or a published version.',
  );
  expect(await refusalOf(put(lambda, 'live', 1))).toBe(
    `ResourceNotFoundException 404: Cannot find alias arn: ${arn}:live`,
  );
  expect(await refusalOf(put(lambda, '2', 1))).toBe(
    `ResourceNotFoundException 404: Function not found: ${arn}:2`,
  );
  const gone = (Qualifier: string) =>
    refusalOf(lambda.call('GetProvisionedConcurrencyConfig', { FunctionName: 'gone', Qualifier }));
  const goneArn = arn.replace(/fn$/, 'gone');
  expect(await gone('live')).toBe(`ResourceNotFoundException 404: Cannot find alias arn: ${goneArn}:live`);
  expect(await gone('1')).toBe(`ResourceNotFoundException 404: Function not found: ${goneArn}:1`);
  expect(await refusalOf(put(lambda, '1', 0))).toMatch(
    /at 'provisionedConcurrentExecutions' .* greater than or equal to 1$/,
  );
  expect(await refusalOf(put(lambda, '1', 901))).toBe(
    "InvalidParameterValueException 400: Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
  );
  expect(await refusalOf(put(lambda, '1', 1001))).toBe(
    "InvalidParameterValueException 400: Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [1000].",
  );
  await reserve(lambda, 5);
  expect(await refusalOf(put(lambda, '1', 6))).toBe(
    'InvalidParameterValueException 400: Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
  );
  await put(lambda, '1', 5);
  expect(await refusalOf(reserve(lambda, 4))).toBe(
    "InvalidParameterValueException 400:  ReservedConcurrentExecutions  4 should not be lower than function's total provisioned concurrency [5].",
  );
});

test('is set aside from the reservation: $LATEST is throttled while the version still serves', async () => {
  await using lambda = await openPublished();
  await reserve(lambda, 1);
  await put(lambda, '1', 1);
  const running: ((outcome: InvocationOutcome) => void)[] = [];
  lambda.script.answer = () => new Promise((resolve) => running.push(resolve));
  const invoke = (FunctionName: string) => lambda.call('Invoke', { FunctionName });
  expect(await refusalOf(invoke('fn'))).toMatch(/^TooManyRequestsException 429/);
  const served = invoke('fn:1');
  await expect.poll(() => running.length).toBe(1);
  expect(await refusalOf(invoke('fn:1'))).toMatch(/^TooManyRequestsException 429/);
  running[0]?.(done);
  await served;
  await lambda.call('DeleteProvisionedConcurrencyConfig', { FunctionName: 'fn', Qualifier: '1' });
  const latest = invoke('fn');
  await expect.poll(() => running.length).toBe(2);
  running[1]?.(done);
  await latest;
});

test('outlives a restart, and ends with its function', async () => {
  await using store = await openTemporaryStore();
  const before = await openPublished({ store });
  await put(before, '1', 2);
  await before.service.close?.();

  await using lambda = await openLambda({ store });
  await expect
    .poll(() => get(lambda, '1'))
    .toMatchObject({ Status: 'READY', AvailableProvisionedConcurrentExecutions: 2 });
  // All but 100 of the account's units are free again.
  await lambda.call('DeleteFunction', { FunctionName: 'fn' });
  await lambda.create();
  await ready(lambda);
  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  await put(lambda, '2', 900);
});
