import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketNotificationConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  UploadPartCommand,
  type Event,
  type NotificationConfiguration,
} from '@aws-sdk/client-s3';
import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { AddPermissionCommand, DeleteFunctionCommand } from '@aws-sdk/client-lambda';
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { arnOf, openDeliveries, refusal, type Deliveries } from '../../deliveries/test/harness.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createManualClock } from '../../manual-clock.ts';

const Bucket = 'photos';
const created: Event[] = ['s3:ObjectCreated:*'];

const configure = ({ s3 }: Deliveries, NotificationConfiguration: NotificationConfiguration, more = {}) =>
  s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration, ...more }));

const put = ({ s3 }: Deliveries, Key: string, Body = 'hello') =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body }));

const permit = ({ lambda }: Deliveries, FunctionName: string, bucket = Bucket) =>
  lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 's3',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn: `arn:aws:s3:::${bucket}`,
      SourceAccount: '000000000000',
    }),
  );

async function open(options?: Parameters<typeof openDeliveries>[0]): Promise<Deliveries> {
  const own = await openDeliveries(options);
  await own.s3.send(new CreateBucketCommand({ Bucket }));
  return own;
}

test('a function gets the record that AWS documents', async () => {
  await using own = await open();
  const LambdaFunctionArn = await own.createFunction('fn');
  await permit(own, 'fn');
  const Filter = {
    Key: {
      FilterRules: [
        { Name: 'prefix' as const, Value: 'in/' },
        { Name: 'suffix' as const, Value: '.jpg' },
      ],
    },
  };
  await configure(own, {
    LambdaFunctionConfigurations: [{ Id: 'thumbnails', LambdaFunctionArn, Events: created, Filter }],
  });
  const read = await own.s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
  expect(read.LambdaFunctionConfigurations).toEqual([
    {
      Id: 'thumbnails',
      LambdaFunctionArn,
      Events: created,
      Filter: {
        Key: {
          FilterRules: [
            { Name: 'Prefix', Value: 'in/' },
            { Name: 'Suffix', Value: '.jpg' },
          ],
        },
      },
    },
  ]);
  await put(own, 'in/not.png');
  await put(own, 'out/not.jpg');
  await put(own, 'in/Happy Face+.jpg');
  await own.until(() => own.eventsOf('fn').length > 0);
  const text = (pattern: RegExp) => expect.stringMatching(pattern) as string;
  expect(own.eventsOf('fn')).toEqual([
    {
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          awsRegion: 'us-east-1',
          eventTime: new Date(own.clock.now()).toISOString(),
          eventName: 'ObjectCreated:Put',
          userIdentity: { principalId: text(/^AWS:AIDA[A-Z2-7]{17}$/) },
          requestParameters: { sourceIPAddress: '127.0.0.1' },
          responseElements: { 'x-amz-request-id': text(/^[\w-]{36}$/), 'x-amz-id-2': text(/^.{76}$/) },
          s3: {
            s3SchemaVersion: '1.0',
            configurationId: 'thumbnails',
            bucket: {
              name: Bucket,
              ownerIdentity: { principalId: text(/^A[A-Z2-7]{13}$/) },
              arn: `arn:aws:s3:::${Bucket}`,
            },
            object: {
              key: 'in/Happy+Face%2B.jpg',
              size: 5,
              eTag: '5d41402abc4b2a76b9719d911017c592',
              sequencer: text(/^[0-9A-F]{18}$/),
            },
          },
        },
      ],
    },
  ]);
});

test('a queue hears of everything that happens to an object, in names of its own', async () => {
  await using own = await open();
  const { url, arn: QueueArn } = await own.createQueue('events');
  const Events: Event[] = ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:ObjectTagging:*'];
  await configure(own, { QueueConfigurations: [{ QueueArn, Events }] });
  const [testEvent] = await own.receive(url, 1);
  expect(JSON.parse(testEvent?.Body ?? '')).toMatchObject({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Bucket,
  });
  const { s3 } = own;
  await put(own, 'a');
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a` }));
  await s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'a', Tagging: { TagSet: [] } }));
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'c' }));
  const part = { Bucket, Key: 'c', UploadId };
  const { ETag } = await s3.send(new UploadPartCommand({ ...part, PartNumber: 1, Body: 'x' }));
  const Parts = [{ PartNumber: 1, ETag }];
  const whole = await s3.send(new CompleteMultipartUploadCommand({ ...part, MultipartUpload: { Parts } }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'b' }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'never there' }));
  const VersioningConfiguration = { Status: 'Enabled' as const };
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  const { VersionId } = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  const records = (await own.receive(url, 6))
    .flatMap(
      ({ Body = '' }) =>
        (JSON.parse(Body) as { Records: { eventName: string; s3: { object: object } }[] }).Records,
    )
    .map(({ eventName, s3: { object } }) => ({ eventName, ...object }));
  const hasSequencer = { sequencer: expect.any(String) as string };
  expect(records.sort((x, y) => x.eventName.localeCompare(y.eventName))).toEqual([
    {
      eventName: 'ObjectCreated:CompleteMultipartUpload',
      key: 'c',
      size: 1,
      eTag: whole.ETag?.slice(1, -1),
      ...hasSequencer,
    },
    {
      eventName: 'ObjectCreated:Copy',
      key: 'b',
      size: 5,
      eTag: '5d41402abc4b2a76b9719d911017c592',
      ...hasSequencer,
    },
    {
      eventName: 'ObjectCreated:Put',
      key: 'a',
      size: 5,
      eTag: '5d41402abc4b2a76b9719d911017c592',
      ...hasSequencer,
    },
    { eventName: 'ObjectRemoved:Delete', key: 'b', ...hasSequencer },
    { eventName: 'ObjectRemoved:DeleteMarkerCreated', key: 'a', versionId: VersionId, ...hasSequencer },
    { eventName: 'ObjectTagging:Put', key: 'a', eTag: '5d41402abc4b2a76b9719d911017c592' },
  ]);
});

test('a topic and the default bus get their own documents', async () => {
  await using own = await open();
  const { url, arn } = await own.createQueue('q');
  const { TopicArn } = await own.sns.send(new CreateTopicCommand({ Name: 'topic' }));
  await own.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: arn }));
  await configure(own, {
    TopicConfigurations: [{ TopicArn, Events: created }],
    EventBridgeConfiguration: {},
  });
  const [probe] = await own.receive(url, 1);
  expect(JSON.parse(probe?.Body ?? '')).toMatchObject({ Subject: 'Amazon S3 Notification' });
  const EventPattern = JSON.stringify({ source: ['aws.s3'], detail: { bucket: { name: [Bucket] } } });
  await own.events.send(new PutRuleCommand({ Name: 'rule', EventPattern }));
  const bus = await own.createQueue('bus');
  await own.events.send(new PutTargetsCommand({ Rule: 'rule', Targets: [{ Id: 't', Arn: bus.arn }] }));
  await put(own, 'a b');
  const [message] = await own.receive(url, 1);
  const { Message, Subject } = JSON.parse(message?.Body ?? '') as { Message: string; Subject: string };
  expect(Subject).toBe('Amazon S3 Notification');
  expect(JSON.parse(Message)).toMatchObject({ Records: [{ s3: { object: { key: 'a+b' } } }] });
  const [event] = await own.receive(bus.url, 1);
  expect(JSON.parse(event?.Body ?? '')).toMatchObject({
    source: 'aws.s3',
    'detail-type': 'Object Created',
    account: '000000000000',
    region: 'us-east-1',
    resources: [`arn:aws:s3:::${Bucket}`],
    detail: {
      version: '0',
      bucket: { name: Bucket },
      object: { key: 'a b', size: 5, etag: '5d41402abc4b2a76b9719d911017c592' },
      requester: '000000000000',
      reason: 'PutObject',
    },
  });
});

test('targets that are not there, or not allowed, are refused', async () => {
  await using own = await open();
  const LambdaFunctionArn = await own.createFunction('fn');
  const forFunction = { LambdaFunctionConfigurations: [{ LambdaFunctionArn, Events: created }] };
  const unable = 'InvalidArgument 400: Unable to validate the following destination configurations';
  expect(await refusal(configure(own, forFunction))).toBe(unable);
  const QueueArn = arnOf('sqs', 'none');
  const forQueue = { QueueConfigurations: [{ QueueArn, Events: created }] };
  const error = await configure(own, forQueue).catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    ArgumentName1: QueueArn,
    ArgumentValue1: 'The destination queue does not exist',
  });
  const noArn = await configure(own, {
    QueueConfigurations: [{ QueueArn: 'no-arn', Events: created }],
  }).catch((caught: unknown) => caught);
  expect(noArn).toMatchObject({ ArgumentName: 'Queue', ArgumentValue: 'no-arn' });
  const TopicArn = arnOf('sns', 'none');
  expect(await refusal(configure(own, { TopicConfigurations: [{ TopicArn, Events: created }] }))).toBe(
    unable,
  );
  const read = await own.s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
  expect(read.LambdaFunctionConfigurations).toBeUndefined();
  await configure(own, forQueue, { SkipDestinationValidation: true });
  await permit(own, 'fn');
  await configure(own, forFunction);
  const fifo = (await own.createQueue('q.fifo')).arn;
  expect(await refusal(configure(own, { QueueConfigurations: [{ QueueArn: fifo, Events: created }] }))).toBe(
    'InvalidArgument 400: FIFO SQS queues are not supported',
  );
});

test('configurations that do not hold together are refused', async () => {
  await using own = await open();
  const { arn: QueueArn } = await own.createQueue('q');
  const filtered = (Name: string, Value: string) => ({ Filter: { Key: { FilterRules: [{ Name, Value }] } } });
  const two = (first: object, second: object) =>
    refusal(
      configure(own, {
        QueueConfigurations: [
          { QueueArn, Events: created, ...first },
          { QueueArn, Events: ['s3:ObjectCreated:Put'], ...second },
        ],
      } as NotificationConfiguration),
    );
  expect(await two({}, {})).toContain('Configurations overlap.');
  expect(await two(filtered('prefix', 'a'), filtered('suffix', 'b'))).toContain(
    'Configuration is ambiguously defined.',
  );
  expect(await two({ Id: 'x' }, { Id: 'x', Events: ['s3:ObjectRemoved:*'] })).toContain('IDs must be unique');
  expect(await two(filtered('infix', 'a'), {})).toContain('filter rule name must be either prefix or suffix');
  expect(await two({ Events: ['s3:Nothing'] }, {})).toContain('The event is not supported for notifications');
  await configure(own, {
    QueueConfigurations: [
      { QueueArn, Events: created, ...filtered('prefix', 'a/') },
      { QueueArn, Events: created, ...filtered('prefix', 'b/') },
    ],
  } as NotificationConfiguration);
});

test('what was promised leaves after a restart, and what cannot be delivered is said', async () => {
  const clock = createManualClock();
  const store = await openTemporaryStore({ now: clock.now });
  try {
    {
      await using own = await open({ store, clock });
      const LambdaFunctionArn = await own.createFunction('fn');
      await permit(own, 'fn');
      await own.createFunction('gone');
      await permit(own, 'gone');
      await configure(own, {
        LambdaFunctionConfigurations: [
          { LambdaFunctionArn, Events: created },
          { LambdaFunctionArn: arnOf('lambda', 'function:gone'), Events: ['s3:ObjectRemoved:*'] },
        ],
      });
      await own.lambda.send(new DeleteFunctionCommand({ FunctionName: 'gone' }));
      await own.stopDeliveries();
      await put(own, 'k');
      await own.s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    }
    await using own = await openDeliveries({ store, clock });
    await own.until(() => own.eventsOf('fn').length > 0);
    await own.until(() =>
      own.logged.some(({ message }) => message.includes('could not be delivered and is lost')),
    );
    expect(own.eventsOf('fn')).toMatchObject([{ Records: [{ s3: { object: { key: 'k' } } }] }]);
  } finally {
    await store[Symbol.asyncDispose]();
  }
});
