import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSServiceException,
  TagQueueCommand,
  UntagQueueCommand,
  type ReceiveMessageCommandInput,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { form, sendRaw } from '../../../http/test/raw-request.ts';
import { createManualClock } from '../../manual-clock.ts';
import { systemClock } from '../../clock.ts';
import { openSqs } from './harness.ts';

const arnOf = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;

async function create(
  client: SQSClient,
  name: string,
  attributes: Record<string, string> = {},
): Promise<string> {
  const fifo = name.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
  const { QueueUrl } = await client.send(
    new CreateQueueCommand({ QueueName: name, Attributes: { ...fifo, ...attributes } }),
  );
  return QueueUrl ?? '';
}

async function receive(client: SQSClient, QueueUrl: string, more: Partial<ReceiveMessageCommandInput> = {}) {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }),
  );
  return Messages;
}

const bodies = (messages: readonly { Body?: string | undefined }[]) => messages.map(({ Body }) => Body);

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((caught: unknown) => caught);
  if (!(error instanceof SQSServiceException)) throw new Error(`Expected a refusal, got ${String(error)}`);
  return `${error.name} ${error.$metadata.httpStatusCode}: ${error.message}`;
}

test('a queue is created, found, listed, described, changed, tagged and deleted', async () => {
  await using sqs = await openSqs();
  const { client } = sqs;
  const url = await create(client, 'work', { VisibilityTimeout: '45' });
  expect(url).toBe(`${sqs.url}/000000000000/work`);
  expect(await create(client, 'work', { VisibilityTimeout: '45' })).toBe(url);
  expect(await refusal(create(client, 'work', { VisibilityTimeout: '46' }))).toBe(
    'QueueNameExists 400: A queue already exists with the same name and a different value for attribute VisibilityTimeout',
  );
  expect(await client.send(new GetQueueUrlCommand({ QueueName: 'work' }))).toMatchObject({ QueueUrl: url });
  await create(client, 'other');
  const listed = await client.send(new ListQueuesCommand({ QueueNamePrefix: 'wo' }));
  expect(listed.QueueUrls).toEqual([url]);
  const page = await client.send(new ListQueuesCommand({ MaxResults: 1 }));
  expect(page.QueueUrls).toEqual([`${sqs.url}/000000000000/other`]);
  const rest = await client.send(new ListQueuesCommand({ MaxResults: 1, NextToken: page.NextToken }));
  expect(rest).toMatchObject({ QueueUrls: [url] });
  expect(rest.NextToken).toBeUndefined();

  await client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { DelaySeconds: '7' } }));
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
  );
  expect(Attributes).toMatchObject({
    VisibilityTimeout: '45',
    DelaySeconds: '7',
    MessageRetentionPeriod: '345600',
    QueueArn: arnOf('work'),
    ApproximateNumberOfMessages: '0',
  });
  expect(
    await refusal(
      client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { DelaySeconds: '901' } })),
    ),
  ).toBe('InvalidAttributeValue 400: Invalid value for the parameter DelaySeconds.');

  await client.send(new TagQueueCommand({ QueueUrl: url, Tags: { team: 'a', cost: '1' } }));
  await client.send(new UntagQueueCommand({ QueueUrl: url, TagKeys: ['cost'] }));
  expect((await client.send(new ListQueueTagsCommand({ QueueUrl: url }))).Tags).toEqual({ team: 'a' });

  await client.send(new DeleteQueueCommand({ QueueUrl: url }));
  expect(await refusal(client.send(new GetQueueUrlCommand({ QueueName: 'work' })))).toBe(
    'QueueDoesNotExist 400: The specified queue does not exist.',
  );
});

test('a message comes with its attributes, is hidden while in flight, and comes again until it is deleted', async () => {
  const clock = createManualClock();
  await using sqs = await openSqs(clock);
  const { client } = sqs;
  const url = await create(client, 'q');
  // The SDK compares the digests of body and attributes by itself.
  await client.send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: 'héllo',
      MessageAttributes: {
        kind: { DataType: 'String', StringValue: 'é' },
        count: { DataType: 'Number.int', StringValue: '3' },
        raw: { DataType: 'Binary', BinaryValue: new Uint8Array([0, 255]) },
      },
    }),
  );
  const [first] = await receive(client, url, {
    MessageAttributeNames: ['k*', 'kind', 'raw'],
    MessageSystemAttributeNames: ['All'],
  });
  expect(first).toMatchObject({
    Body: 'héllo',
    MD5OfBody: createHash('md5').update('héllo').digest('hex'),
    Attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(clock.now()) },
    MessageAttributes: {
      kind: { DataType: 'String', StringValue: 'é' },
      raw: { DataType: 'Binary', BinaryValue: new Uint8Array([0, 255]) },
    },
  });
  expect(Object.keys(first?.MessageAttributes ?? {})).toEqual(['kind', 'raw']);
  expect(await receive(client, url)).toEqual([]);

  clock.advance(29_999);
  expect(await receive(client, url)).toEqual([]);
  clock.advance(1);
  const [second] = await receive(client, url, { MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
  expect(second?.Attributes).toEqual({ ApproximateReceiveCount: '2' });
  expect(second?.ReceiptHandle).not.toBe(first?.ReceiptHandle);

  await client.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: url,
      ReceiptHandle: second?.ReceiptHandle,
      VisibilityTimeout: 0,
    }),
  );
  const [third] = await receive(client, url);
  await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: third?.ReceiptHandle }));
  clock.advance(3_600_000);
  expect(await receive(client, url)).toEqual([]);
  expect(
    await refusal(client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: 'nonsense' }))),
  ).toMatch(/^ReceiptHandleIsInvalid/);
});

test('delay, retention and purge', async () => {
  const clock = createManualClock();
  await using sqs = await openSqs(clock);
  const { client } = sqs;
  const url = await create(client, 'q', { DelaySeconds: '10', MessageRetentionPeriod: '60' });
  await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'queue' }));
  await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'own', DelaySeconds: 5 }));
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessagesDelayed'] }),
  );
  expect(Attributes).toEqual({ ApproximateNumberOfMessagesDelayed: '2' });
  expect(await receive(client, url)).toEqual([]);
  clock.advance(5000);
  expect(bodies(await receive(client, url, { VisibilityTimeout: 0 }))).toEqual(['own']);
  clock.advance(5000);
  expect(bodies(await receive(client, url, { VisibilityTimeout: 0 })).sort()).toEqual(['own', 'queue']);
  clock.advance(50_000);
  expect(await receive(client, url)).toEqual([]);

  await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'gone', DelaySeconds: 0 }));
  await client.send(new PurgeQueueCommand({ QueueUrl: url }));
  expect(await receive(client, url)).toEqual([]);
  expect(await refusal(client.send(new PurgeQueueCommand({ QueueUrl: url })))).toBe(
    'PurgeQueueInProgress 403: Only one PurgeQueue operation on q is allowed every 60 seconds.',
  );
});

test('a long poll ends with the first message, or empty when its time is over or the endpoint stops', async () => {
  const clock = createManualClock();
  await using sqs = await openSqs(clock);
  const { client } = sqs;
  const url = await create(client, 'q');
  const poll = receive(client, url, { WaitTimeSeconds: 20 });
  await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'now' }));
  expect(bodies(await poll)).toEqual(['now']);

  await client.send(new PurgeQueueCommand({ QueueUrl: url }));
  await using real = await openSqs(systemClock);
  const realUrl = await create(real.client, 'q', { ReceiveMessageWaitTimeSeconds: '1' });
  expect(await receive(real.client, realUrl)).toEqual([]);
  // Delayed: the poll wakes up for it by itself.
  await real.client.send(
    new SendMessageCommand({ QueueUrl: realUrl, MessageBody: 'later', DelaySeconds: 1 }),
  );
  expect(bodies(await receive(real.client, realUrl, { WaitTimeSeconds: 20 }))).toEqual(['later']);
  const cut = receive(real.client, realUrl, { WaitTimeSeconds: 20 });
  await real.client.send(new ListQueuesCommand({}));
  real.service.endWaits();
  expect(await cut).toEqual([]);
});

test('batches answer for each entry and are refused as a whole when malformed', async () => {
  await using sqs = await openSqs();
  const { client } = sqs;
  const url = await create(client, 'q');
  const answer = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: url,
      Entries: [
        { Id: 'a', MessageBody: '1' },
        { Id: 'b', MessageBody: '2', DelaySeconds: 1000 },
        { Id: 'c', MessageBody: '3' },
      ],
    }),
  );
  expect(answer.Successful?.map(({ Id }) => Id)).toEqual(['a', 'c']);
  expect(answer.Failed).toEqual([
    expect.objectContaining({ Id: 'b', SenderFault: true, Code: 'InvalidParameterValue' }),
  ]);
  const messages = await receive(client, url);
  const deleted = await client.send(
    new DeleteMessageBatchCommand({
      QueueUrl: url,
      Entries: [
        ...messages.map(({ ReceiptHandle }, index) => ({ Id: `${index}`, ReceiptHandle })),
        { Id: 'x', ReceiptHandle: 'x' },
      ],
    }),
  );
  expect(deleted.Successful).toHaveLength(2);
  expect(deleted.Failed).toMatchObject([{ Id: 'x', Code: 'ReceiptHandleIsInvalid' }]);
  const send = (Entries: { Id: string; MessageBody: string }[]) =>
    refusal(client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries })));
  expect(await send([])).toMatch(/^EmptyBatchRequest/);
  expect(
    await send([
      { Id: 'a', MessageBody: '1' },
      { Id: 'a', MessageBody: '2' },
    ]),
  ).toMatch(/^BatchEntryIdsNotDistinct/);
  expect(await send([{ Id: 'a b', MessageBody: '1' }])).toMatch(/^InvalidBatchEntryId/);
  expect(await send(Array.from({ length: 11 }, (_, index) => ({ Id: `${index}`, MessageBody: 'x' })))).toBe(
    'TooManyEntriesInBatchRequest 400: Maximum number of entries per request are 10. You have sent 11.',
  );
  const big = 'x'.repeat(600_000);
  expect(
    await send([
      { Id: 'a', MessageBody: big },
      { Id: 'b', MessageBody: big },
    ]),
  ).toMatch(/^BatchRequestTooLong/);
});

test('what was received too often goes to the dead-letter queue', async () => {
  const clock = createManualClock();
  await using sqs = await openSqs(clock);
  const { client } = sqs;
  const dead = await create(client, 'dead');
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 2 });
  const url = await create(client, 'q', { RedrivePolicy });
  await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'poison' }));
  for (const round of [1, 2]) {
    expect(bodies(await receive(client, url)), `round ${round}`).toEqual(['poison']);
    clock.advance(30_000);
  }
  expect(await receive(client, url)).toEqual([]);
  const [message] = await receive(client, dead, { MessageSystemAttributeNames: ['All'] });
  expect(message).toMatchObject({
    Body: 'poison',
    // Counted on from the queue it comes from.
    Attributes: { DeadLetterQueueSourceArn: arnOf('q'), ApproximateReceiveCount: '3' },
  });
  const sources = await client.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: dead }));
  expect(sources.queueUrls).toEqual([url]);
  const missing = JSON.stringify({ deadLetterTargetArn: arnOf('none'), maxReceiveCount: 2 });
  expect(await refusal(create(client, 'q2', { RedrivePolicy: missing }))).toMatch(
    /Dead letter target does not exist/,
  );
});

test('a FIFO queue keeps order within groups, blocks groups in flight, and drops duplicates', async () => {
  const clock = createManualClock();
  await using sqs = await openSqs(clock);
  const { client } = sqs;
  const url = await create(client, 'q.fifo', { ContentBasedDeduplication: 'true' });
  const send = (MessageBody: string, MessageGroupId: string, more = {}) =>
    client.send(new SendMessageCommand({ QueueUrl: url, MessageBody, MessageGroupId, ...more }));
  const sent = await send('a1', 'a');
  expect(sent.SequenceNumber).toMatch(/^\d{20}$/);
  const again = await send('a1', 'a');
  expect(again).toMatchObject({ MessageId: sent.MessageId, SequenceNumber: sent.SequenceNumber });
  await send('a2', 'a');
  await send('b1', 'b');
  await send('b2', 'b', { MessageDeduplicationId: 'own' });

  const [a1] = await receive(client, url, { MaxNumberOfMessages: 1 });
  expect(a1?.Body).toBe('a1');
  // Group a is in flight: only b comes, in order.
  const others = await receive(client, url, { MessageSystemAttributeNames: ['All'] });
  expect(bodies(others)).toEqual(['b1', 'b2']);
  expect(others[1]?.Attributes).toMatchObject({ MessageGroupId: 'b', MessageDeduplicationId: 'own' });
  expect(await receive(client, url)).toEqual([]);
  await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: a1?.ReceiptHandle }));
  expect(bodies(await receive(client, url))).toEqual(['a2']);

  clock.advance(30_000);
  // Everything that was not deleted comes again; an old handle is refused.
  expect(bodies(await receive(client, url))).toEqual(['a2', 'b1', 'b2']);
  expect(
    await refusal(
      client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: others[0]?.ReceiptHandle })),
    ),
  ).toMatch(/The receipt handle has expired/);
  // Five minutes after the first, the same content is a new message.
  clock.advance(5 * 60_000);
  expect((await send('a1', 'a')).MessageId).not.toBe(sent.MessageId);
  expect(await refusal(client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'x' })))).toBe(
    'MissingParameter 400: The request must contain the parameter MessageGroupId.',
  );
});

test('sizes and characters are checked', async () => {
  await using sqs = await openSqs();
  const { client } = sqs;
  const url = await create(client, 'q');
  const send = (MessageBody: string) => client.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
  await send('x'.repeat(1_048_576));
  expect(await refusal(send('x'.repeat(1_048_577)))).toMatch(/Message must be shorter than 1048576 bytes/);
  expect(await refusal(send('\u0001'))).toMatch(/^InvalidMessageContents/);
});

test('the query protocol reaches the same queues, at the root and at the URL of the queue', async () => {
  await using sqs = await openSqs();
  const url = await create(sqs.client, 'q');
  const send = async (path: string, fields: Record<string, string>) =>
    sendRaw(Number(new URL(sqs.url).port), {
      ...form({ Version: '2012-11-05', ...fields }),
      path,
      service: 'sqs',
    });
  const sent = await send('/000000000000/q', { Action: 'SendMessage', QueueUrl: url, MessageBody: 'old' });
  expect(sent.text).toContain('<MD5OfMessageBody>');
  const got = await send('/', { Action: 'ReceiveMessage', QueueUrl: url, 'AttributeName.1': 'All' });
  expect(got.text).toContain('<Body>old</Body>');
  expect(got.text).toContain('<Name>ApproximateReceiveCount</Name><Value>1</Value>');
  const missing = await send('/', { Action: 'GetQueueUrl', QueueName: 'none' });
  expect(missing.status).toBe(400);
  expect(missing.text).toContain('<Code>AWS.SimpleQueueService.NonExistentQueue</Code>');
  expect(missing.text).toContain(
    'The specified queue does not exist for this wsdl version.</Message><Detail/>',
  );
  const ofPath = await send('/000000000000/q', { Action: 'GetQueueAttributes', 'AttributeName.1': 'All' });
  expect(ofPath.text).toContain('<Name>VisibilityTimeout</Name><Value>30</Value>');
  const unknown = await send('/000000000000/q', { Action: 'FooBar' });
  expect(unknown.text).toContain('<Message>The action FooBar is not valid for this endpoint.</Message>');
});

test('a batch to a FIFO queue falls as a whole with a part that no entry may lack', async () => {
  await using sqs = await openSqs();
  const { client } = sqs;
  const QueueUrl = await create(client, 'q.fifo');
  const whole = { Id: 'a', MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: 'd' };
  const send = (entry: Partial<typeof whole>) =>
    client.send(
      new SendMessageBatchCommand({ QueueUrl, Entries: [whole, { Id: 'b', MessageBody: 'b', ...entry }] }),
    );
  expect(await refusal(send({ MessageDeduplicationId: 'e' }))).toBe(
    'InvalidParameterValue 400: The request must contain the parameter MessageGroupId.',
  );
  expect(await refusal(send({ MessageGroupId: 'g' }))).toMatch(
    /^InvalidParameterValue 400: The queue should either have ContentBasedDeduplication enabled/,
  );
  expect(await receive(client, QueueUrl)).toEqual([]);
});

test('a FIFO queue gives group after group, and what was given back last of all', async () => {
  const clock = createManualClock();
  await using sqs = await openSqs(clock);
  const { client } = sqs;
  const url = await create(client, 'q.fifo', { ContentBasedDeduplication: 'true' });
  for (const body of ['g1-a', 'g2-a', 'g1-b', 'g3-a', 'g1-c'])
    await client.send(
      new SendMessageCommand({ QueueUrl: url, MessageBody: body, MessageGroupId: body.slice(0, 2) }),
    );
  const first = await receive(client, url, { MaxNumberOfMessages: 3 });
  expect(bodies(first)).toEqual(['g1-a', 'g1-b', 'g1-c']);
  const show = (index: number) =>
    client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url,
        ReceiptHandle: first[index]?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
  clock.advance(1);
  await show(0);
  await show(2);
  // The second of the group is in flight still, and the third waits behind it.
  expect(bodies(await receive(client, url))).toEqual(['g2-a', 'g3-a', 'g1-a']);
});

test('a message can be hidden again after its time, and a purge forgets what was sent', async () => {
  const clock = createManualClock();
  await using sqs = await openSqs(clock);
  const { client } = sqs;
  const url = await create(client, 'q');
  await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'm' }));
  const [late] = await receive(client, url, { VisibilityTimeout: 1 });
  clock.advance(2000);
  await client.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: url,
      ReceiptHandle: late?.ReceiptHandle,
      VisibilityTimeout: 9,
    }),
  );
  expect(await receive(client, url)).toEqual([]);

  const fifo = await create(client, 'q.fifo', { DelaySeconds: '5' });
  const ids = { MessageGroupId: 'g', MessageDeduplicationId: 'd', DelaySeconds: 0 };
  await client.send(new SendMessageCommand({ QueueUrl: fifo, MessageBody: 'before', ...ids }));
  // In a FIFO queue no delay is the queue's.
  expect(await receive(client, fifo)).toEqual([]);
  await client.send(new PurgeQueueCommand({ QueueUrl: fifo }));
  await client.send(new SendMessageCommand({ QueueUrl: fifo, MessageBody: 'after', ...ids }));
  clock.advance(5000);
  expect(bodies(await receive(client, fifo))).toEqual(['after']);
});

test('a hundred senders and receivers at once: every message once, none lost', async () => {
  await using sqs = await openSqs(systemClock);
  const { client } = sqs;
  const url = await create(client, 'q');
  await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: `${index}` })),
    ),
  );
  const received = (await Promise.all(Array.from({ length: 30 }, () => receive(client, url)))).flat();
  expect(
    bodies(received)
      .map(Number)
      .sort((a, b) => a - b),
  ).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(sqs.failures).toEqual([]);
});
