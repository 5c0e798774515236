import { expect, test, vi } from 'vitest';
import type { InvocationOutcome, InvocationRequest } from '../../../runtimes/launch.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { systemClock } from '../../clock.ts';
import type { RequestContext } from '../../service.ts';
import { createSqsService } from '../../sqs/index.ts';
import { failedOf } from '../mappings/queue-event.ts';
import { context, openLambda, refusalOf, report } from './harness.ts';

const arnOf = (queue: string) => `arn:aws:sqs:eu-west-1:000000000000:${queue}`;
const until = (isDone: () => boolean | Promise<boolean>) =>
  vi.waitUntil(isDone, { timeout: 15_000, interval: 2 });

interface Record {
  messageId: string;
  body: string;
  attributes: { [name: string]: string };
  [name: string]: unknown;
}

const recordsOf = (request: InvocationRequest) =>
  (JSON.parse(Buffer.from(request.payload).toString()) as { Records: Record[] }).Records;

/** Lambda beside SQS, on the system's clock: what polls and waits is part of what is tested. */
async function open() {
  const store = await openTemporaryStore();
  const onFailure = (message: string, error: unknown) => {
    throw new Error(message, { cause: error });
  };
  const sqs = createSqsService({ database: store.database, clock: systemClock, onFailure });
  const sqsCall = (name: string, input: object, place: Partial<RequestContext> = {}) =>
    (sqs.operations[name] as (input: object, given: object) => Promise<{ [name: string]: unknown }>)(input, {
      ...context,
      ...place,
    });
  const lambda = await openLambda({ store, clock: systemClock, queues: sqs.queues });
  await lambda.create({ Timeout: 1 });
  await until(async () => (await lambda.configuration()).State === 'Active');
  const state = async (UUID: unknown) => (await lambda.call('GetEventSourceMapping', { UUID }))['State'];
  return {
    lambda,
    sqs,
    store,
    state,
    queue: (QueueName: string, Attributes: object = {}) => sqsCall('CreateQueue', { QueueName, Attributes }),
    send: (queue: string, MessageBody: string, more: object = {}) =>
      sqsCall('SendMessage', { QueueUrl: `/000000000000/${queue}`, MessageBody, ...more }),
    async left(queue: string) {
      const { Attributes } = await sqsCall('GetQueueAttributes', {
        QueueUrl: `/000000000000/${queue}`,
        AttributeNames: ['All'],
      });
      const numbers = Attributes as { [name: string]: string };
      return (
        Number(numbers['ApproximateNumberOfMessages']) +
        Number(numbers['ApproximateNumberOfMessagesNotVisible'])
      );
    },
    async map(queue: string, input: object = {}) {
      const { UUID } = await lambda.call('CreateEventSourceMapping', {
        FunctionName: 'fn',
        EventSourceArn: arnOf(queue),
        ...input,
      });
      await until(async () => ['Enabled', 'Disabled'].includes(String(await state(UUID))));
      return UUID;
    },
    bodies: () => lambda.script.calls.flatMap(({ request }) => recordsOf(request).map(({ body }) => body)),
    [Symbol.asyncDispose]: async () => {
      await lambda[Symbol.asyncDispose]();
      await sqs.close?.();
      await store[Symbol.asyncDispose]();
    },
  };
}

const answer = (value: unknown): InvocationOutcome => ({
  kind: 'success',
  payload: Buffer.from(JSON.stringify(value)),
  report,
});

test('a mapping goes through its states', async () => {
  await using setup = await open();
  const { lambda, state } = setup;
  await setup.queue('q');
  const created = await lambda.call('CreateEventSourceMapping', {
    FunctionName: 'fn',
    EventSourceArn: arnOf('q'),
  });
  const UUID = created['UUID'];
  expect(created).toMatchObject({
    EventSourceMappingArn: `arn:aws:lambda:eu-west-1:000000000000:event-source-mapping:${String(UUID)}`,
    EventSourceArn: arnOf('q'),
    FunctionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:fn',
    BatchSize: 10,
    MaximumBatchingWindowInSeconds: 0,
    FunctionResponseTypes: [],
    State: 'Creating',
    StateTransitionReason: 'USER_INITIATED',
  });
  for (const wanted of ['update', 'delete']) {
    const operation = wanted === 'update' ? 'UpdateEventSourceMapping' : 'DeleteEventSourceMapping';
    expect(await refusalOf(lambda.call(operation, { UUID }))).toBe(
      `ResourceInUseException 400: Cannot ${wanted} the event source mapping because it is in use.`,
    );
  }
  await until(async () => (await state(UUID)) === 'Enabled');
  expect(
    await refusalOf(
      lambda.call('CreateEventSourceMapping', { FunctionName: 'fn', EventSourceArn: arnOf('q') }),
    ),
  ).toBe(
    `ResourceConflictException 409: An event source mapping with SQS arn (" ${arnOf('q')} ") and function (" fn ") already exists. Please update or delete the existing mapping with UUID ${String(UUID)}`,
  );
  const listed = await lambda.call('ListEventSourceMappings', { FunctionName: 'fn' });
  expect(listed['EventSourceMappings']).toMatchObject([{ UUID }]);
  expect(await lambda.call('UpdateEventSourceMapping', { UUID, Enabled: false })).toMatchObject({
    State: 'Disabling',
  });
  await until(async () => (await state(UUID)) === 'Disabled');
  expect(await lambda.call('UpdateEventSourceMapping', { UUID, BatchSize: 5 })).toMatchObject({
    State: 'Updating',
    BatchSize: 5,
  });
  await until(async () => (await state(UUID)) === 'Disabled');
  expect(await lambda.call('UpdateEventSourceMapping', { UUID, Enabled: true })).toMatchObject({
    State: 'Enabling',
  });
  await until(async () => (await state(UUID)) === 'Enabled');
  expect(await lambda.call('DeleteEventSourceMapping', { UUID })).toMatchObject({ State: 'Deleting' });
  await until(() =>
    lambda.call('GetEventSourceMapping', { UUID }).then(
      () => false,
      () => true,
    ),
  );
});

test('messages reach the function as AWS writes them and are deleted when it succeeds', async () => {
  await using setup = await open();
  const { lambda } = setup;
  await setup.queue('q');
  await setup.map('q');
  await setup.send('q', 'text', { MessageAttributes: { a: { DataType: 'String', StringValue: 'v' } } });
  await until(() => lambda.script.calls.length === 1);
  const [record] = recordsOf((lambda.script.calls[0] as { request: InvocationRequest }).request);
  expect(record).toEqual({
    messageId: expect.any(String) as string,
    receiptHandle: expect.any(String) as string,
    body: 'text',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: expect.any(String) as string,
      SenderId: '000000000000',
      ApproximateFirstReceiveTimestamp: expect.any(String) as string,
    },
    messageAttributes: {
      a: { stringValue: 'v', stringListValues: [], binaryListValues: [], dataType: 'String' },
    },
    md5OfMessageAttributes: expect.any(String) as string,
    md5OfBody: '1cb251ec0d568de6a929b520c4aed8d1',
    eventSource: 'aws:sqs',
    eventSourceARN: arnOf('q'),
    awsRegion: 'eu-west-1',
  });
  await until(async () => (await setup.left('q')) === 0);
});

test('failed batches come again; reported messages alone do; what fails too often is dead', async () => {
  await using setup = await open();
  const { lambda } = setup;
  await setup.queue('dead');
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 2 });
  await setup.queue('q', { VisibilityTimeout: '1', RedrivePolicy });
  lambda.script.answer = (request) =>
    answer({
      batchItemFailures: recordsOf(request)
        .filter(({ body }) => body === 'bad')
        .map(({ messageId }) => ({ itemIdentifier: messageId })),
    });
  for (const body of ['good', 'bad', 'fine']) await setup.send('q', body);
  await setup.map('q', { FunctionResponseTypes: ['ReportBatchItemFailures'] });
  await until(async () => (await setup.left('dead')) === 1);
  await until(async () => (await setup.left('q')) === 0);
  const bodies = setup.bodies();
  expect(bodies.filter((body) => body === 'bad')).toHaveLength(2);
  expect(bodies.filter((body) => body !== 'bad').sort()).toEqual(['fine', 'good']);
});

test('filters let through what matches and delete the rest', async () => {
  await using setup = await open();
  await setup.queue('q');
  for (const body of ['{"kind":"a","n":5}', '{"kind":"a","n":50}', '{"kind":"b","n":5}', 'plain'])
    await setup.send('q', body);
  await setup.map('q', {
    FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["a"],"n":[{"numeric":["<",10]}]}}' }] },
  });
  await until(async () => (await setup.left('q')) === 0);
  expect(setup.bodies()).toEqual(['{"kind":"a","n":5}']);
  const [call] = setup.lambda.script.calls;
  expect(call && recordsOf(call.request)[0]).not.toHaveProperty('md5OfMessageAttributes');
});

test('a window gathers a larger batch', async () => {
  await using setup = await open();
  const { lambda } = setup;
  await setup.queue('q');
  const UUID = await setup.map('q', { BatchSize: 25, MaximumBatchingWindowInSeconds: 300 });
  for (let index = 0; index < 25; index += 1) await setup.send('q', `${index}`);
  // Full before its window is over.
  await until(() => lambda.script.calls.length === 1);
  expect(setup.bodies()).toHaveLength(25);
  const [call] = lambda.script.calls;
  expect(call && recordsOf(call.request)[0]).toMatchObject({ md5OfMessageAttributes: null });
  await until(async () => (await setup.left('q')) === 0);
  // Stopping gives back what was gathered: it is not called with half a batch.
  await setup.send('q', 'half');
  await lambda.call('UpdateEventSourceMapping', { UUID, Enabled: false });
  await until(async () => (await setup.state(UUID)) === 'Disabled');
  expect(await setup.left('q')).toBe(1);
  expect(lambda.script.calls).toHaveLength(1);
});

test('no more than the maximum of batches run at one time, and groups of a FIFO queue keep their order', async () => {
  await using setup = await open();
  const { lambda } = setup;
  await setup.queue('q.fifo', { FifoQueue: 'true', ContentBasedDeduplication: 'true' });
  for (let index = 0; index < 12; index += 1)
    await setup.send('q.fifo', `${index}`, { MessageGroupId: `g${index % 4}` });
  let running = 0;
  let most = 0;
  const groups: string[] = [];
  lambda.script.answer = async (request) => {
    running += 1;
    most = Math.max(most, running);
    const [record] = recordsOf(request);
    groups.push(record?.attributes['MessageGroupId'] ?? '');
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return answer(null);
  };
  await setup.map('q.fifo', { BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } });
  await until(async () => (await setup.left('q.fifo')) === 0);
  expect(most).toBeLessThanOrEqual(2);
  const bodies = setup.bodies();
  expect([...bodies].sort((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 12 }, (_, i) => `${i}`),
  );
  for (const group of [0, 1, 2, 3]) {
    const own = bodies.map(Number).filter((body) => body % 4 === group);
    expect(own).toEqual([...own].sort((a, b) => a - b));
  }
});

test('polling goes on after a restart', async () => {
  await using setup = await open();
  const { lambda, store, sqs } = setup;
  await setup.queue('q');
  await setup.map('q');
  await lambda.service.close?.();
  await setup.send('q', 'later');
  expect(lambda.script.calls).toEqual([]);
  await using next = await openLambda({ store, clock: systemClock, queues: sqs.queues });
  await until(() => next.script.calls.length === 1);
  await until(async () => (await setup.left('q')) === 0);
});

test('other sources are kept and say that they are not polled here', async () => {
  await using setup = await open();
  const { lambda } = setup;
  const stream = 'arn:aws:kinesis:eu-west-1:000000000000:stream/s';
  const created = await lambda.call('CreateEventSourceMapping', {
    FunctionName: 'fn',
    EventSourceArn: stream,
    StartingPosition: 'LATEST',
  });
  expect(created).toMatchObject({
    BatchSize: 100,
    StartingPosition: 'LATEST',
    ParallelizationFactor: 1,
    MaximumRetryAttempts: -1,
    LastProcessingResult: 'No records processed',
    StateTransitionReason: expect.stringContaining('does not poll') as string,
  });
  const kafka = {
    FunctionName: 'fn',
    Topics: ['t'],
    SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['a:1', 'b:2'] } },
    SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: 'arn:aws:secretsmanager:eu-west-1:1:secret:s' }],
  };
  const { UUID, ...shown } = await lambda.call('CreateEventSourceMapping', kafka);
  expect(shown).toMatchObject({ SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: UUID } });
  expect(await refusalOf(lambda.call('CreateEventSourceMapping', kafka))).toBe(
    `ResourceConflictException 409: An event source mapping with event source ("a:1,b:2"), function ("arn:aws:lambda:eu-west-1:000000000000:function:fn"), topics ("t") already exists. Please update or delete the existing mapping with UUID ${String(UUID)}`,
  );
  const named = { ConsumerGroupId: 'own' };
  const other = { ...kafka, Topics: ['u'], SelfManagedKafkaEventSourceConfig: named };
  expect(await lambda.call('CreateEventSourceMapping', other)).toMatchObject({
    SelfManagedKafkaEventSourceConfig: named,
  });
});

test.each([
  ['kinesis:stream/s', {}, "1 validation error detected: Value null at 'startingPosition' failed"],
  ['dynamodb:table/t/stream/l', {}, "1 validation error detected: Value null at 'startingPosition' failed"],
  [
    'kinesis:stream/s',
    { StartingPosition: 'LATEST', StartingPositionTimestamp: new Date(1) },
    'Timestamp only valid with StartingPosition AT_TIMESTAMP',
  ],
  [
    'kinesis:stream/s',
    { StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: new Date(-1) },
    'Received Exception while reading from provided stream. class java.lang.Long can not be converted to a Timestamp',
  ],
  [
    'dynamodb:table/t/stream/l',
    { StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: new Date(1) },
    'Unsupported starting position for arn type: arn:aws:dynamodb:eu-west-1:000000000000:table/t/stream/l',
  ],
  ['sqs:q', { StartingPosition: 'LATEST' }, 'StartingPosition is not valid for SQS event sources.'],
])('a mapping of %s from %j is refused', async (source, position, refusal) => {
  await using lambda = await openLambda();
  await lambda.create();
  const EventSourceArn = `arn:aws:${source.replace(':', ':eu-west-1:000000000000:')}`;
  const input = { FunctionName: 'fn', EventSourceArn, ...position };
  expect(await refusalOf(lambda.call('CreateEventSourceMapping', input))).toContain(
    `InvalidParameterValueException 400: ${refusal}`,
  );
});

test('a mapping that is made disabled is so at once', async () => {
  await using setup = await open();
  await setup.queue('q');
  const input = { FunctionName: 'fn', EventSourceArn: arnOf('q'), Enabled: false };
  const made = await setup.lambda.call('CreateEventSourceMapping', input);
  expect(made['State']).toBe('Disabled');
  const enabled = await setup.lambda.call('UpdateEventSourceMapping', { UUID: made['UUID'], Enabled: true });
  expect(enabled['State']).toBe('Enabling');
});

test('mappings that make no sense are refused', async () => {
  await using setup = await open();
  const { lambda } = setup;
  await setup.queue('q');
  await setup.queue('short', { VisibilityTimeout: '0' });
  const refused = (input: object) =>
    refusalOf(
      lambda.call('CreateEventSourceMapping', { FunctionName: 'fn', EventSourceArn: arnOf('q'), ...input }),
    );
  const bad = 'InvalidParameterValueException 400:';
  expect(await refused({ EventSourceArn: 'arn:aws:s3:::bucket' })).toBe(`${bad} Unrecognized event source.`);
  expect(await refused({ FunctionName: 'none' })).toBe(`${bad} Function does not exist`);
  expect(await refused({ EventSourceArn: arnOf('none') })).toBe(
    `${bad} Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.`,
  );
  expect(await refused({ EventSourceArn: arnOf('short') })).toBe(
    `${bad} Queue visibility timeout: 0 seconds is less than Function timeout: 1 seconds`,
  );
  expect(await refused({ BatchSize: 11 })).toBe(
    `${bad} Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10`,
  );
  expect(await refused({ FilterCriteria: { Filters: [{ Pattern: '{"body":"x"}' }] } })).toBe(
    `${bad} Invalid filter pattern definition.`,
  );
  expect(await refused({ DestinationConfig: { OnFailure: { Destination: arnOf('q') } } })).toBe(
    `${bad} Unsupported DestinationConfig parameter for given event source mapping type.`,
  );
  const stream = {
    EventSourceArn: `arn:aws:kinesis:us-east-1:000000000000:stream/s`,
    StartingPosition: 'LATEST',
    DestinationConfig: { OnSuccess: { Destination: arnOf('q') } },
  };
  expect(await refused(stream)).toBe(
    `${bad} Unsupported DestinationConfig parameter for given event source mapping type.`,
  );
  expect(await refused({ StartingPosition: '0' })).toMatch(
    /'startingPosition' .* enum value set: \[LATEST, AT_TIMESTAMP, TRIM_HORIZON\]$/,
  );
  const brokers = { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['a:1'] } };
  expect(await refused({ EventSourceArn: undefined, SelfManagedEventSource: brokers, Topics: ['t'] })).toBe(
    `${bad} Required 'sourceAccessConfigurations' parameter is missing.`,
  );
  expect(await refused({ BatchSize: 10_001 })).toMatch(/^ValidationException 400: .*'batchSize'/);
});

test.each([
  ['null', 0],
  ['""', 0],
  ['[]', 0],
  ['{}', 0],
  ['{"batchItemFailures":null}', 0],
  ['{"batchItemFailures":[]}', 0],
  ['{"batchItemFailures":[{"itemIdentifier":"a"}]}', 1],
  ['{"batchItemFailures":[{"itemIdentifier":""}]}', 2],
  ['{"batchItemFailures":[{"itemIdentifier":"c"}]}', 2],
  ['{"batchItemFailures":[{"id":"a"}]}', 2],
  ['{"batchItemFailures":', 2],
])('the report %s means that %i of two messages failed', (payload, count) => {
  expect(failedOf(Buffer.from(payload), new Set(['a', 'b'])).size).toBe(count);
});
