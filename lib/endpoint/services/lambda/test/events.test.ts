import { describe, expect, test, vi } from 'vitest';
import type { InvocationOutcome } from '../../../runtimes/launch.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createSqsService } from '../../sqs/index.ts';
import { context, openLambda, ready, refusalOf, report, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';
const queueArn = (name: string) => `arn:aws:sqs:eu-west-1:000000000000:${name}`;
const failure: InvocationOutcome = {
  kind: 'function-error',
  functionError: 'Unhandled',
  payload: Buffer.from('{"errorType":"Error","errorMessage":"boom"}'),
  report,
};

/** Lambda beside SQS on one store and one clock, with a function `fn` and a queue `results`. */
async function open() {
  const clock = createManualClock();
  const store = await openTemporaryStore({ now: clock.now });
  const onFailure = (message: string) => {
    throw new Error(message);
  };
  const sqs = createSqsService({ database: store.database, clock, onFailure });
  const sqsCall = (name: string, input: object) =>
    (sqs.operations[name] as (input: object, given: object) => Promise<Record<string, unknown>>)(
      input,
      context,
    );
  await sqsCall('CreateQueue', { QueueName: 'results' });
  const lambda = await openLambda({ store, manualClock: clock, queues: sqs.queues });
  await lambda.create();
  await ready(lambda);
  return {
    lambda,
    clock,
    store,
    sqs,
    messages: () =>
      sqs.queues.receive(queueArn('results'), {
        countMax: 10,
        visibilitySeconds: 600,
        isOneGroup: false,
        waitMs: 0,
        signal: context.signal,
      }),
    [Symbol.asyncDispose]: async () => {
      await lambda[Symbol.asyncDispose]();
      await sqs.close?.();
      await store[Symbol.asyncDispose]();
    },
  };
}

const send = (lambda: TestLambda, input: object = {}, place = {}) =>
  lambda.call('Invoke', { FunctionName: 'fn', InvocationType: 'Event', ...input }, place);
const configure = (lambda: TestLambda, input: object) =>
  lambda.call('PutFunctionEventInvokeConfig', { FunctionName: 'fn', ...input });
const runs = (lambda: TestLambda, count: number) =>
  vi.waitUntil(() => lambda.script.calls.length >= count, { timeout: 15_000, interval: 1 });
const waiting = (store: Awaited<ReturnType<typeof open>>['store']) =>
  store.database
    .statement<{ due_ms: number; attempts: number }>('SELECT due_ms, attempts FROM lambda_event')
    .all();
const settled = (setup: Awaited<ReturnType<typeof open>>) =>
  vi.waitUntil(() => waiting(setup.store).length === 0, { timeout: 15_000, interval: 1 });

describe('an asynchronous call', () => {
  test('is answered 202 and runs with the request id of its acceptance', async () => {
    await using setup = await open();
    const { lambda } = setup;
    const answer = await send(lambda, { Payload: Buffer.from('{"a":1}') }, { requestId: 'r-1' });
    expect(answer).toEqual({ StatusCode: 202 });
    await runs(lambda, 1);
    const { request } = lambda.script.calls[0] ?? {};
    expect(request).toMatchObject({ requestId: 'r-1', invokedFunctionArn: arn });
    expect(Buffer.from(request?.payload ?? []).toString()).toBe('{"a":1}');
    await settled(setup);
  });

  test('that fails is tried again after one and two minutes, then goes to destination and dead-letter queue', async () => {
    await using setup = await open();
    const { lambda, clock, store } = setup;
    lambda.script.answer = () => failure;
    await lambda.call('UpdateFunctionConfiguration', {
      FunctionName: 'fn',
      DeadLetterConfig: { TargetArn: queueArn('results') },
    });
    await ready(lambda);
    await configure(lambda, { DestinationConfig: { OnFailure: { Destination: queueArn('results') } } });
    await send(lambda, { Payload: Buffer.from('{"any":"event"}') }, { requestId: 'r-2' });
    for (const [index, delayMs] of [60_000, 120_000].entries()) {
      await runs(lambda, index + 1);
      await vi.waitUntil(() => waiting(store)[0]?.attempts === index + 1, { interval: 1 });
      expect(waiting(store)[0]?.due_ms).toBe(clock.now() + delayMs);
      clock.advance(delayMs - 1);
      expect(lambda.script.calls).toHaveLength(index + 1);
      await vi.waitUntil(() => clock.pending() > 0, { interval: 1 });
      clock.advance(1);
    }
    await runs(lambda, 3);
    await settled(setup);
    expect(new Set(lambda.script.calls.map(({ request }) => request.requestId))).toEqual(new Set(['r-2']));

    const [record, deadLetter] = await setup.messages();
    expect(JSON.parse(record?.body ?? '')).toEqual({
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      requestContext: {
        requestId: 'r-2',
        functionArn: `${arn}:$LATEST`,
        condition: 'RetriesExhausted',
        approximateInvokeCount: 3,
      },
      requestPayload: { any: 'event' },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: 'Error', errorMessage: 'boom' },
    });
    expect(deadLetter?.body).toBe('{"any":"event"}');
    expect(deadLetter?.attributes).toEqual({
      RequestID: { dataType: 'String', text: 'r-2' },
      ErrorCode: { dataType: 'Number', text: '200' },
      ErrorMessage: { dataType: 'String', text: 'boom' },
    });
  });

  test('that succeeds sends its record to the destination', async () => {
    await using setup = await open();
    const { lambda } = setup;
    await configure(lambda, { DestinationConfig: { OnSuccess: { Destination: queueArn('results') } } });
    await send(lambda);
    await settled(setup);
    const [record] = await setup.messages();
    const { requestContext, responseContext, responsePayload } = JSON.parse(record?.body ?? '') as Record<
      string,
      unknown
    >;
    expect(requestContext).toMatchObject({ condition: 'Success', approximateInvokeCount: 1 });
    expect(responseContext).toEqual({ statusCode: 200, executedVersion: '$LATEST' });
    expect(responsePayload).toBe('done');
  });

  test('hands its record to another function, and a circle of functions is stopped', async () => {
    await using setup = await open();
    const { lambda } = setup;
    await lambda.create({ FunctionName: 'other' });
    await ready(lambda, 'other');
    const otherArn = arn.replace(/fn$/, 'other');
    await configure(lambda, { DestinationConfig: { OnSuccess: { Destination: otherArn } } });
    await lambda.call('PutFunctionEventInvokeConfig', {
      FunctionName: 'other',
      DestinationConfig: { OnSuccess: { Destination: arn } },
    });
    await send(lambda);
    await runs(lambda, 17);
    await settled(setup);
    expect(lambda.script.calls).toHaveLength(17);
    expect(lambda.script.calls.map(({ launch }) => launch.functionName).slice(0, 3)).toEqual([
      'fn',
      'other',
      'fn',
    ]);
    expect(lambda.logged.map(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({ reason: 'A chain of more than 16 functions was stopped.' }),
    );
  });

  test('says in the log which record could not be delivered and why', async () => {
    await using setup = await open();
    const { lambda } = setup;
    const topic = 'arn:aws:sns:eu-west-1:000000000000:topic';
    await configure(lambda, { DestinationConfig: { OnSuccess: { Destination: topic } } });
    await send(lambda);
    await settled(setup);
    await configure(lambda, { DestinationConfig: { OnSuccess: { Destination: queueArn('none') } } });
    await send(lambda);
    await settled(setup);
    const reasons = lambda.logged.map(({ fields }) => fields);
    expect(reasons).toContainEqual(
      expect.objectContaining({ target: topic, reason: 'This endpoint runs without topics.' }),
    );
    expect(reasons).toContainEqual(
      expect.objectContaining({ target: queueArn('none'), reason: 'The specified queue does not exist.' }),
    );
  });

  test('that cannot run backs off without using up retries, until it is too old', async () => {
    await using setup = await open();
    const { lambda, clock, store } = setup;
    lambda.script.answer = () => ({ kind: 'not-run', reason: 'busy' });
    await configure(lambda, {
      MaximumEventAgeInSeconds: 60,
      DestinationConfig: { OnFailure: { Destination: queueArn('results') } },
    });
    const startMs = clock.now();
    await send(lambda);
    const tries: number[] = [];
    while (waiting(store).length > 0) {
      await runs(lambda, tries.length + 1);
      tries.push(clock.now() - startMs);
      await vi.waitUntil(
        () => waiting(store).length === 0 || (waiting(store)[0]?.due_ms ?? 0) > clock.now(),
        {
          interval: 1,
        },
      );
      const due = waiting(store)[0]?.due_ms;
      if (due === undefined) break;
      await vi.waitUntil(() => clock.pending() > 1, { interval: 1 });
      clock.advance(due - clock.now());
    }
    expect(tries).toEqual([0, 1000, 3000, 7000, 15_000, 31_000]);
    const [record] = await setup.messages();
    expect(JSON.parse(record?.body ?? '')).toMatchObject({
      requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 0 },
    });
  });

  test('of a function that is stopped by a reservation of 0 fails at once', async () => {
    await using setup = await open();
    const { lambda } = setup;
    await lambda.call('PutFunctionConcurrency', { FunctionName: 'fn', ReservedConcurrentExecutions: 0 });
    await configure(lambda, { DestinationConfig: { OnFailure: { Destination: queueArn('results') } } });
    await send(lambda);
    await settled(setup);
    const [record] = await setup.messages();
    const document = JSON.parse(record?.body ?? '') as Record<string, unknown>;
    expect(document).toMatchObject({
      requestContext: { condition: 'ZeroReservedConcurrency', approximateInvokeCount: 0 },
    });
    expect(document).not.toHaveProperty('responseContext');
    expect(lambda.script.calls).toEqual([]);
  });

  test('is taken up by the next start when the endpoint stops in the middle', async () => {
    await using setup = await open();
    const { lambda, store, clock, sqs } = setup;
    let release: (outcome: InvocationOutcome) => void = () => undefined;
    lambda.script.answer = () => new Promise((resolve) => (release = resolve));
    await send(lambda, {}, { requestId: 'r-3' });
    await runs(lambda, 1);
    await lambda.service.close?.();
    // As when environments are killed at shutdown: no failure of the function.
    release(failure);
    await using next = await openLambda({ store, manualClock: clock, queues: sqs.queues });
    await runs(next, 1);
    expect(next.script.calls[0]?.request.requestId).toBe('r-3');
    await settled(setup);
  });

  test('waiting for a deleted function goes with it', async () => {
    await using setup = await open();
    const { lambda, store } = setup;
    lambda.script.answer = () => failure;
    await send(lambda);
    await vi.waitUntil(() => waiting(store)[0]?.attempts === 1, { interval: 1 });
    await lambda.call('DeleteFunction', { FunctionName: 'fn' });
    expect(waiting(store)).toEqual([]);
  });
});

test('settings of asynchronous calls: put replaces, update merges, each qualifier has its own', async () => {
  await using setup = await open();
  const { lambda, clock } = setup;
  const config = {
    FunctionArn: `${arn}:$LATEST`,
    LastModified: new Date(clock.now()),
    DestinationConfig: { OnSuccess: {}, OnFailure: {} },
  };
  expect(await configure(lambda, { MaximumRetryAttempts: 1 })).toEqual({
    ...config,
    MaximumRetryAttempts: 1,
  });
  const update = (input: object) =>
    lambda.call('UpdateFunctionEventInvokeConfig', { FunctionName: 'fn', ...input });
  expect(
    await update({ DestinationConfig: { OnFailure: { Destination: queueArn('results') } } }),
  ).toMatchObject({
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnSuccess: {}, OnFailure: { Destination: queueArn('results') } },
  });
  expect(await update({ DestinationConfig: { OnFailure: { Destination: '' } } })).toMatchObject(config);
  const replaced = await configure(lambda, { MaximumEventAgeInSeconds: 60 });
  expect(replaced).toEqual({ ...config, MaximumEventAgeInSeconds: 60 });
  expect(await lambda.call('GetFunctionEventInvokeConfig', { FunctionName: 'fn' })).toEqual(replaced);

  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  await configure(lambda, { Qualifier: '1', MaximumRetryAttempts: 0 });
  const listed = await lambda.call('ListFunctionEventInvokeConfigs', { FunctionName: 'fn' });
  expect(listed['FunctionEventInvokeConfigs']).toMatchObject([
    { FunctionArn: `${arn}:$LATEST` },
    { FunctionArn: `${arn}:1`, MaximumRetryAttempts: 0 },
  ]);
  await lambda.call('DeleteFunction', { FunctionName: 'fn', Qualifier: '1' });
  expect(
    await refusalOf(lambda.call('GetFunctionEventInvokeConfig', { FunctionName: 'fn', Qualifier: '1' })),
  ).toBe(`ResourceNotFoundException 404: The function ${arn}:1 doesn't have an EventInvokeConfig`);
  await lambda.call('DeleteFunctionEventInvokeConfig', { FunctionName: 'fn' });
  expect(await refusalOf(lambda.call('DeleteFunctionEventInvokeConfig', { FunctionName: 'fn' }))).toContain(
    "doesn't have an EventInvokeConfig",
  );
});

test('settings of asynchronous calls that make no sense are refused', async () => {
  await using setup = await open();
  const { lambda } = setup;
  const refused = (input: object) => refusalOf(configure(lambda, input));
  const bad = 'InvalidParameterValueException 400:';
  expect(await refused({})).toBe(
    `${bad} You must specify at least one of error handling or destination setting.`,
  );
  expect(await refused({ FunctionName: 'none' })).toMatch(
    /: You must specify at least one of error handling/,
  );
  expect(await refused({ MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 59 })).toMatch(
    /^ValidationException 400: 2 validation errors detected: Value '3' at 'maximumRetryAttempts' .* less than or equal to 2; Value '59' at 'maximumEventAgeInSeconds'/,
  );
  expect(await refused({ DestinationConfig: { OnFailure: { Destination: 'nowhere' } } })).toMatch(
    /^ValidationException 400: .* 'nowhere' at 'destinationConfig.onFailure.destination' .* pattern: \$\|kafka:/,
  );
  const gone = arn.replace(/fn$/, 'gone');
  expect(await refused({ DestinationConfig: { OnSuccess: { Destination: gone } } })).toBe(
    `${bad} The destination ARN ${gone} is invalid.`,
  );
  expect(await refused({ DestinationConfig: { OnSuccess: { Destination: arn } } })).toBe(
    `${bad} You can't specify the function as a destination for itself.`,
  );
  expect(await refused({ DestinationConfig: { OnSuccess: { Destination: 'arn:aws:s3:::bucket' } } })).toBe(
    `${bad} The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:s3:::bucket), onFailure=null) is invalid.`,
  );
  expect(await refused({ FunctionName: 'none', MaximumRetryAttempts: 0 })).toBe(
    "ResourceNotFoundException 404: The function doesn't exist.",
  );
});
