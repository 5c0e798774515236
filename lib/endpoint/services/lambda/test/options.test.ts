import { expect, test } from 'vitest';
import { openLambda, ready, refusalOf, settle, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';
const runtimeArn = `arn:aws:lambda:eu-west-1::runtime:${'a'.repeat(64)}`;

async function openPublished(): Promise<TestLambda> {
  const lambda = await openLambda();
  await lambda.create();
  await ready(lambda);
  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  await lambda.call('CreateAlias', { FunctionName: 'fn', Name: 'live', FunctionVersion: '1' });
  return lambda;
}

test('a recursive loop is terminated unless it is allowed', async () => {
  await using lambda = await openPublished();
  const get = (FunctionName = 'fn') => lambda.call('GetFunctionRecursionConfig', { FunctionName });
  const put = (RecursiveLoop: string, FunctionName = 'fn') =>
    lambda.call('PutFunctionRecursionConfig', { FunctionName, RecursiveLoop });
  expect(await get()).toEqual({ RecursiveLoop: 'Terminate' });
  expect(await put('Allow')).toEqual({ RecursiveLoop: 'Allow' });
  expect(await get()).toEqual({ RecursiveLoop: 'Allow' });
  expect(await refusalOf(put('Never'))).toMatch(
    /at 'recursiveLoop' failed .*enum value set: \[Terminate, Allow\]$/,
  );
  expect(await refusalOf(get('gone'))).toMatch(
    /^ResourceNotFoundException 404: Function not found: .*:gone$/,
  );
  await lambda.call('DeleteFunction', { FunctionName: 'fn' });
  await lambda.create();
  expect(await get()).toEqual({ RecursiveLoop: 'Terminate' });
});

test('each version has its own runtime management', async () => {
  await using lambda = await openPublished();
  const get = (Qualifier?: string) =>
    lambda.call('GetRuntimeManagementConfig', { FunctionName: 'fn', Qualifier });
  const put = (input: object) => lambda.call('PutRuntimeManagementConfig', { FunctionName: 'fn', ...input });
  expect(await get()).toEqual({ UpdateRuntimeOn: 'Auto', FunctionArn: `${arn}:$LATEST` });
  const manual = { UpdateRuntimeOn: 'Manual', RuntimeVersionArn: runtimeArn };
  expect(await put({ ...manual, Qualifier: '1' })).toEqual({ ...manual, FunctionArn: `${arn}:1` });
  expect(await get('1')).toEqual({ ...manual, FunctionArn: `${arn}:1` });
  expect(await put({ UpdateRuntimeOn: 'FunctionUpdate' })).toMatchObject({ FunctionArn: `${arn}:$LATEST` });
  expect(await get('$LATEST')).toMatchObject({ UpdateRuntimeOn: 'FunctionUpdate' });
  for (const input of [
    { UpdateRuntimeOn: 'Manual' },
    { UpdateRuntimeOn: 'Auto', RuntimeVersionArn: runtimeArn },
    { UpdateRuntimeOn: 'Auto', Qualifier: 'live' },
  ]) {
    expect(await refusalOf(put(input))).toMatch(/^InvalidParameterValueException 400: /);
  }
  expect(await refusalOf(get('7'))).toMatch(/Function not found: .*:fn:7$/);
});

test('two functions that send to each other are stopped, unless they are allowed to', async () => {
  await using lambda = await openLambda();
  for (const FunctionName of ['ping', 'pong']) {
    await lambda.create({ FunctionName });
    await ready(lambda, FunctionName);
  }
  for (const [FunctionName, Destination] of [
    ['ping', arn.replace(/fn$/, 'pong')],
    ['pong', arn.replace(/fn$/, 'ping')],
  ] as const) {
    const DestinationConfig = { OnSuccess: { Destination } };
    await lambda.call('PutFunctionEventInvokeConfig', { FunctionName, DestinationConfig });
  }
  const start = () => lambda.call('Invoke', { FunctionName: 'ping', InvocationType: 'Event' });
  const isStopped = () =>
    JSON.stringify(lambda.logged).includes('A chain of more than 16 functions was stopped.');
  await start();
  await settle(lambda, () => Promise.resolve(isStopped()));
  expect(lambda.script.calls).toHaveLength(17);

  for (const FunctionName of ['ping', 'pong']) {
    await lambda.call('PutFunctionRecursionConfig', { FunctionName, RecursiveLoop: 'Allow' });
  }
  await start();
  await settle(lambda, () => Promise.resolve(lambda.script.calls.length > 60));
  // Without destinations the chain ends.
  for (const FunctionName of ['ping', 'pong']) {
    await lambda.call('DeleteFunctionEventInvokeConfig', { FunctionName });
  }
});
