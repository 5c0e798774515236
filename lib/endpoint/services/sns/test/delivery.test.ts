import { AddPermissionCommand, DeleteFunctionCommand } from '@aws-sdk/client-lambda';
import {
  CreateTopicCommand,
  PublishBatchCommand,
  PublishCommand,
  SubscribeCommand,
  type MessageAttributeValue,
} from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createManualClock } from '../../manual-clock.ts';
import { openDeliveries, type Deliveries, refusal } from '../../deliveries/test/harness.ts';

async function topic({ sns }: Deliveries, Name = 'orders', Attributes = {}): Promise<string> {
  const fifo: Record<string, string> = Name.endsWith('.fifo') ? { FifoTopic: 'true' } : {};
  const made = await sns.send(new CreateTopicCommand({ Name, Attributes: { ...fifo, ...Attributes } }));
  return made.TopicArn ?? '';
}

async function subscribe(
  { sns }: Deliveries,
  TopicArn: string,
  Endpoint: string,
  Attributes: Record<string, string> = {},
): Promise<string> {
  const Protocol = Endpoint.includes(':lambda:') ? 'lambda' : 'sqs';
  const made = await sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint, Attributes }));
  return made.SubscriptionArn ?? '';
}

const permit = ({ lambda }: Deliveries, FunctionName: string, SourceArn: string) =>
  lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 'sns',
      Action: 'lambda:InvokeFunction',
      Principal: 'sns.amazonaws.com',
      SourceArn,
    }),
  );

test('a function gets the record that AWS documents', async () => {
  await using own = await openDeliveries();
  const TopicArn = await topic(own);
  const subscription = await subscribe(own, TopicArn, await own.createFunction('fn'));
  await permit(own, 'fn', TopicArn);
  const { MessageId } = await own.sns.send(
    new PublishCommand({
      TopicArn,
      Message: 'hello',
      MessageAttributes: {
        a: { DataType: 'String', StringValue: 'v' },
        b: { DataType: 'Binary', BinaryValue: Buffer.from('bytes') },
      },
    }),
  );
  await own.until(() => own.eventsOf('fn').length > 0);
  expect(own.eventsOf('fn')).toEqual([
    {
      Records: [
        {
          EventSource: 'aws:sns',
          EventVersion: '1.0',
          EventSubscriptionArn: subscription,
          Sns: {
            Type: 'Notification',
            MessageId,
            TopicArn,
            Subject: null,
            Message: 'hello',
            Timestamp: new Date(own.clock.now()).toISOString(),
            SignatureVersion: '1',
            Signature: expect.stringMatching(/.+/) as string,
            SigningCertUrl: expect.stringMatching(
              /^https:\/\/sns\.us-east-1\.amazonaws\.com\/.+\.pem$/,
            ) as string,
            UnsubscribeUrl: `https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${subscription}`,
            MessageAttributes: {
              a: { Type: 'String', Value: 'v' },
              b: { Type: 'Binary', Value: Buffer.from('bytes').toString('base64') },
            },
          },
        },
      ],
    },
  ]);
});

test('a function whose policy does not know the topic is not called; the message is a dead letter', async () => {
  await using own = await openDeliveries();
  const TopicArn = await topic(own);
  const dead = await own.createQueue('dead');
  await subscribe(own, TopicArn, await own.createFunction('fn'), {
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn }),
  });
  await permit(own, 'fn', `${TopicArn}-of-another-name`);
  const { MessageId } = await own.sns.send(new PublishCommand({ TopicArn, Message: 'hello' }));
  const [letter] = await own.receive(dead.url, 1);
  expect(JSON.parse(letter?.Body ?? '')).toMatchObject({ Type: 'Notification', MessageId, Message: 'hello' });
  expect(letter?.MessageAttributes?.ErrorMessage?.StringValue).toContain(
    'is not authorized to perform: lambda:InvokeFunction',
  );
  expect(own.eventsOf('fn')).toEqual([]);
});

test('a message for a function that is gone is lost, and the log says so', async () => {
  await using own = await openDeliveries();
  const TopicArn = await topic(own);
  await subscribe(own, TopicArn, await own.createFunction('fn'));
  await own.lambda.send(new DeleteFunctionCommand({ FunctionName: 'fn' }));
  await own.sns.send(new PublishCommand({ TopicArn, Message: 'hello' }));
  const isLogged = () =>
    own.logged.some(({ message }) => message === 'A message of a topic could not be delivered and is lost');
  await own.until(isLogged);
  expect(isLogged()).toBe(true);
});

test('a queue gets the envelope, or with raw delivery the message and its attributes', async () => {
  await using own = await openDeliveries();
  const TopicArn = await topic(own);
  const plain = await own.createQueue('plain');
  const raw = await own.createQueue('raw');
  await subscribe(own, TopicArn, plain.arn);
  await subscribe(own, TopicArn, raw.arn, { RawMessageDelivery: 'true' });
  const { MessageId } = await own.sns.send(
    new PublishCommand({
      TopicArn,
      Subject: 'News',
      Message: JSON.stringify({ default: 'for all', sqs: 'for queues' }),
      MessageStructure: 'json',
      MessageAttributes: { n: { DataType: 'Number', StringValue: '5' } },
    }),
  );
  const [envelope] = await own.receive(plain.url, 1);
  expect(envelope?.Body).toMatch(/^\{\n {2}"Type" : "Notification",\n {2}"MessageId" : /);
  expect(JSON.parse(envelope?.Body ?? '')).toMatchObject({
    MessageId,
    TopicArn,
    Subject: 'News',
    Message: 'for queues',
    SignatureVersion: '1',
    MessageAttributes: { n: { Type: 'Number', Value: '5' } },
  });
  const [bare] = await own.receive(raw.url, 1);
  expect(bare?.Body).toBe('for queues');
  expect(bare?.MessageAttributes?.n).toMatchObject({ DataType: 'Number', StringValue: '5' });
});

test('filter policies on attributes and on the body decide who gets a message', async () => {
  await using own = await openDeliveries();
  const TopicArn = await topic(own);
  const filters: Record<string, Record<string, string>> = {
    'by-list': { FilterPolicy: '{"kind":["a","b"],"price":[{"numeric":[">",10]}]}' },
    'by-array': { FilterPolicy: '{"tags":["x"]}' },
    'by-absence': { FilterPolicy: '{"kind":[{"exists":false}]}' },
    'by-dotted-name': { FilterPolicy: '{"a.b":[{"prefix":"v"}]}' },
    'by-choice': { FilterPolicy: '{"$or":[{"kind":["b"]},{"price":[1]}]}' },
    'by-body': {
      FilterPolicy: '{"order":{"total":[{"numeric":[">=",5]}]}}',
      FilterPolicyScope: 'MessageBody',
    },
  };
  const urls: Record<string, string> = {};
  for (const [name, attributes] of Object.entries(filters)) {
    const queue = await own.createQueue(name);
    urls[name] = queue.url;
    await subscribe(own, TopicArn, queue.arn, { ...attributes, RawMessageDelivery: 'true' });
  }
  const text = (StringValue: string): MessageAttributeValue => ({ DataType: 'String', StringValue });
  const number = (StringValue: string): MessageAttributeValue => ({ DataType: 'Number', StringValue });
  const send = (Message: string, MessageAttributes: Record<string, MessageAttributeValue>) =>
    own.sns.send(new PublishCommand({ TopicArn, Message, MessageAttributes }));
  await send('1', { kind: text('a'), price: number('11') });
  await send('2', { kind: text('a'), price: number('1') });
  await send('3', { tags: { DataType: 'String.Array', StringValue: '["w","x"]' } });
  await send('{"order":{"total":5}}', { kind: text('c'), 'a.b': text('value') });
  await send('{"order":{"total":4}}', { kind: text('b'), price: number('10') });
  const bodies = async (name: string, count: number) =>
    (await own.receive(urls[name] ?? '', count)).map(({ Body }) => Body);
  expect(await bodies('by-list', 1)).toEqual(['1']);
  expect(await bodies('by-array', 1)).toEqual(['3']);
  expect(await bodies('by-absence', 1)).toEqual(['3']);
  expect(await bodies('by-dotted-name', 1)).toEqual(['{"order":{"total":5}}']);
  expect(await bodies('by-choice', 2)).toEqual(['2', '{"order":{"total":4}}']);
  expect(await bodies('by-body', 1)).toEqual(['{"order":{"total":5}}']);
});

test('a FIFO topic numbers its messages, keeps their order and drops repetitions', async () => {
  await using own = await openDeliveries();
  const TopicArn = await topic(own, 'steps.fifo', { ContentBasedDeduplication: 'true' });
  const queue = await own.createQueue('steps.fifo');
  await subscribe(own, TopicArn, queue.arn);
  const send = (Message: string) =>
    own.sns.send(new PublishCommand({ TopicArn, Message, MessageGroupId: 'g' }));
  const first = await send('0');
  expect(await send('0')).toMatchObject({
    MessageId: first.MessageId,
    SequenceNumber: first.SequenceNumber,
  });
  for (let index = 1; index < 20; index += 1) await send(String(index));
  const got: { Message: string; SequenceNumber: string; Signature?: string }[] = [];
  while (got.length < 20) {
    for (const { Body = '' } of await own.receive(queue.url, 1))
      got.push(JSON.parse(Body) as (typeof got)[number]);
  }
  expect(got.map(({ Message }) => Message)).toEqual(Array.from({ length: 20 }, (_, index) => String(index)));
  expect(got[0]?.SequenceNumber).toBe(first.SequenceNumber);
  expect(got[0]).not.toHaveProperty('Signature');
});

test('a batch with one wrong entry is refused as a whole', async () => {
  await using own = await openDeliveries();
  const TopicArn = await topic(own);
  const queue = await own.createQueue('q');
  await subscribe(own, TopicArn, queue.arn, { RawMessageDelivery: 'true' });
  const publish = (Message: string) =>
    own.sns.send(
      new PublishBatchCommand({
        TopicArn,
        PublishBatchRequestEntries: [
          { Id: 'one', Message: '1' },
          { Id: 'two', Message },
        ],
      }),
    );
  expect(await refusal(publish(''))).toBe('InvalidParameterException 400: Invalid parameter: Empty message');
  expect(await publish('2')).toMatchObject({ Successful: [{ Id: 'one' }, { Id: 'two' }], Failed: [] });
  expect((await own.receive(queue.url, 2)).map(({ Body }) => Body)).toEqual(['1', '2']);
});

test('what was published before the program ended is delivered by the next one', async () => {
  await using store = await openTemporaryStore();
  const clock = createManualClock();
  let url = '';
  {
    await using own = await openDeliveries({ store, clock });
    const TopicArn = await topic(own);
    const queue = await own.createQueue('q');
    url = queue.url;
    await subscribe(own, TopicArn, queue.arn, { RawMessageDelivery: 'true' });
    // As a program that was killed leaves it: promised and not delivered.
    await own.stopDeliveries();
    await own.sns.send(new PublishCommand({ TopicArn, Message: 'kept' }));
  }
  await using own = await openDeliveries({ store, clock });
  const [message] = await own.receive(url.replace(/:\d+\//, `:${own.port}/`), 1);
  expect(message?.Body).toBe('kept');
});
