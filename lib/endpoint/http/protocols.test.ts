import { Readable } from 'node:stream';
import { CloudWatchClient, DescribeAlarmsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { DescribeInstancesCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateRoleCommand, GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError } from '../errors.ts';
import type { RequestContext } from '../services/service.ts';
import { form, sendRaw } from './test/raw-request.ts';
import {
  clientOptions,
  startTestEndpoint,
  testService,
  type TestEndpoint,
} from './test/start-test-endpoint.ts';

let endpoint: TestEndpoint;
let seen: unknown;

async function collect(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const services = [
  testService('logs', {
    DescribeLogGroups(input: unknown) {
      seen = input;
      return { logGroups: [{ logGroupName: '/aws/lambda/f', creationTime: 1_700_000_000_000 }] };
    },
    PutLogEvents() {
      throw new ServiceError('ResourceNotFoundException', 400, 'The specified log group does not exist.');
    },
  }),
  testService('iam', {
    CreateRole(input: { RoleName: string }) {
      seen = input;
      return {
        Role: { RoleName: input.RoleName, Arn: 'a', Path: '/', RoleId: 'i', CreateDate: new Date(0) },
      };
    },
    GetRole() {
      throw new ServiceError('NoSuchEntityException', 404, 'The role with name <r> & co cannot be found.');
    },
  }),
  testService('sts', {
    GetCallerIdentity: (_: unknown, context: RequestContext) => ({
      Account: context.accountId,
      UserId: 'u',
      Arn: 'a',
    }),
  }),
  testService('sqs', {
    SendMessage(input: { QueueUrl: string }) {
      seen = input;
      return { MessageId: 'm', MD5OfMessageBody: '5d41402abc4b2a76b9719d911017c592' };
    },
    GetQueueUrl() {
      throw new ServiceError('QueueDoesNotExist', 400, 'The specified queue does not exist.');
    },
  }),
  testService('ec2', {
    RunInstances(input: unknown) {
      seen = input;
      return { Instances: [{ InstanceId: 'i-1', Tags: [{ Key: 'a', Value: 'b' }] }] };
    },
    DescribeInstances() {
      throw new ServiceError('InvalidInstanceID.NotFound', 400, "The instance ID 'i-2' does not exist");
    },
  }),
  testService('s3', {
    async PutObject(input: { Body: AsyncIterable<Uint8Array> }, context: RequestContext) {
      seen = { ...input, Body: await collect(input.Body), encoding: context.headers['content-encoding'] };
      return { ETag: '"e"' };
    },
    GetObject(input: { Key: string }) {
      if (input.Key === 'missing')
        throw new ServiceError('NoSuchKey', 404, 'The specified key does not exist.');
      return { Body: Buffer.from('content'), ContentType: 'text/plain', Metadata: { a: 'b' } };
    },
    HeadObject() {
      throw new ServiceError('NotFound', 404, 'Not Found');
    },
    ListObjectsV2(input: unknown) {
      seen = input;
      return { Name: 'b', KeyCount: 1, Contents: [{ Key: 'a&b', Size: 3, LastModified: new Date(1000) }] };
    },
  }),
  testService('cloudwatch', {
    PutMetricData(input: unknown) {
      seen = input;
    },
    DescribeAlarms() {
      throw new ServiceError('InvalidNextToken', 400, 'The next token is not valid.');
    },
  }),
];

beforeAll(async () => {
  endpoint = await startTestEndpoint(services);
});
afterAll(() => endpoint.close());

describe('awsJson1.1 (CloudWatch Logs)', () => {
  it('answers and refuses', async () => {
    const client = new CloudWatchLogsClient(clientOptions(endpoint));
    const answer = await client.send(new DescribeLogGroupsCommand({ limit: 1 }));
    expect(seen).toEqual({ limit: 1 });
    expect(answer.logGroups).toEqual([{ logGroupName: '/aws/lambda/f', creationTime: 1_700_000_000_000 }]);
    const events = [{ timestamp: 1, message: 'm' }];
    await expect(
      client.send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName: 's', logEvents: events })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('awsQuery (IAM, STS)', () => {
  it('answers and refuses', async () => {
    const client = new IAMClient(clientOptions(endpoint));
    const input = {
      RoleName: 'r',
      AssumeRolePolicyDocument: '{"a": "+ü&"}',
      Tags: [{ Key: 'k', Value: 'v' }],
    };
    const answer = await client.send(new CreateRoleCommand(input));
    expect(seen).toEqual(input);
    expect(answer.Role).toMatchObject({ RoleName: 'r', CreateDate: new Date(0) });
    await expect(client.send(new GetRoleCommand({ RoleName: 'r' }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      Code: 'NoSuchEntity',
      message: 'The role with name <r> & co cannot be found.',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('reads Action and Version from the URL of a GET', async () => {
    const path = '/?Action=GetCallerIdentity&Version=2011-06-15';
    const { status, text } = await sendRaw(endpoint.port, { method: 'GET', path, service: 'sts' });
    expect(status).toBe(200);
    expect(text).toContain('<GetCallerIdentityResult><UserId>u</UserId><Account>000000000000</Account>');
  });

  it('gives the account of a key that is a 12-digit number', async () => {
    const answer = await new STSClient(clientOptions(endpoint)).send(new GetCallerIdentityCommand({}));
    expect(answer.Account).toBe('123456789012');
  });
});

describe('awsJson1.0 and its query-compatible errors (SQS)', () => {
  it('answers and refuses', async () => {
    const client = new SQSClient(clientOptions(endpoint));
    const queueUrl = `${endpoint.url}/000000000000/q`;
    const answer = await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'hello' }));
    expect(seen).toEqual({ QueueUrl: queueUrl, MessageBody: 'hello' });
    expect(answer.MessageId).toBe('m');
    await expect(client.send(new GetQueueUrlCommand({ QueueName: 'q' }))).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
      Code: 'AWS.SimpleQueueService.NonExistentQueue',
    });
  });

  it('serves the same operation to a client of the query protocol', async () => {
    const fields = { Action: 'SendMessage', Version: '2012-11-05', QueueUrl: 'u', MessageBody: 'b' };
    const sent = await sendRaw(endpoint.port, { ...form(fields), service: 'sqs' });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('<SendMessageResult>');
    const refused = await sendRaw(endpoint.port, {
      ...form({ Action: 'GetQueueUrl', QueueName: 'q' }),
      service: 'sqs',
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('<Code>AWS.SimpleQueueService.NonExistentQueue</Code>');
  });

  it('puts the namespace before the type in 1.0', async () => {
    const { text, headers } = await sendRaw(endpoint.port, {
      service: 'sqs',
      headers: { 'x-amz-target': 'AmazonSQS.GetQueueUrl', 'content-type': 'application/x-amz-json-1.0' },
      body: '{"QueueName":"q"}',
    });
    expect(JSON.parse(text)).toMatchObject({ __type: 'com.amazonaws.sqs#QueueDoesNotExist' });
    expect(headers['x-amzn-query-error']).toBe('AWS.SimpleQueueService.NonExistentQueue;Sender');
  });
});

describe('ec2Query', () => {
  it('answers and refuses', async () => {
    const client = new EC2Client(clientOptions(endpoint));
    const answer = await client.send(
      new RunInstancesCommand({
        MinCount: 1,
        MaxCount: 2,
        SecurityGroupIds: ['sg-1', 'sg-2'],
        ClientToken: 't',
      }),
    );
    expect(seen).toEqual({ MinCount: 1, MaxCount: 2, SecurityGroupIds: ['sg-1', 'sg-2'], ClientToken: 't' });
    expect(answer.Instances).toEqual([{ InstanceId: 'i-1', Tags: [{ Key: 'a', Value: 'b' }] }]);
    await expect(client.send(new DescribeInstancesCommand({}))).rejects.toMatchObject({
      Code: 'InvalidInstanceID.NotFound',
      message: "The instance ID 'i-2' does not exist",
    });
  });
});

describe('restXml (S3)', () => {
  const options = () => ({ ...clientOptions(endpoint), forcePathStyle: true });

  it('streams a body in, also in aws-chunked framing with a checksum trailer', async () => {
    const client = new S3Client(options());
    async function* twoPieces() {
      yield Buffer.from('first ');
      yield Buffer.from('second');
    }
    const body = Readable.from(twoPieces());
    await client.send(
      new PutObjectCommand({ Bucket: 'bucket', Key: 'a/../b//c', Body: body, ContentLength: 12 }),
    );
    expect(seen).toMatchObject({
      Bucket: 'bucket',
      Key: 'a/../b//c',
      Body: 'first second',
      encoding: 'aws-chunked',
    });
  });

  it('answers with bytes, headers and XML', async () => {
    const client = new S3Client(options());
    const object = await client.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'k' }));
    expect(await object.Body?.transformToString()).toBe('content');
    expect(object.ContentType).toBe('text/plain');
    expect(object.Metadata).toEqual({ a: 'b' });
    const list = await client.send(new ListObjectsV2Command({ Bucket: 'bucket', Prefix: 'a/' }));
    expect(seen).toEqual({ Bucket: 'bucket', Prefix: 'a/' });
    expect(list.Contents).toEqual([{ Key: 'a&b', Size: 3, LastModified: new Date(1000) }]);
  });

  it('refuses with a bare Error, and with the status alone on HEAD', async () => {
    const client = new S3Client(options());
    await expect(
      client.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'missing' })),
    ).rejects.toMatchObject({
      name: 'NoSuchKey',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(client.send(new HeadObjectCommand({ Bucket: 'bucket', Key: 'k' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    const raw = await sendRaw(endpoint.port, { method: 'GET', path: '/bucket/missing', service: 's3' });
    expect(raw.text).toMatch(/^<\?xml[^>]*>\n<Error><Code>NoSuchKey<\/Code>/);
  });
});

describe('rpcv2Cbor and compressed JSON (CloudWatch)', () => {
  it('reads gzip bodies', async () => {
    const client = new CloudWatchClient({ ...clientOptions(endpoint), requestMinCompressionSizeBytes: 0 });
    const input = {
      Namespace: 'N',
      MetricData: [{ MetricName: 'm', Value: 1.5, Timestamp: new Date(1000) }],
    };
    await client.send(new PutMetricDataCommand(input));
    expect(seen).toEqual(input);
  });

  it('answers and refuses in CBOR', async () => {
    const client = new CloudWatchClient({ ...clientOptions(endpoint), protocol: SmithyRpcV2CborProtocol });
    const input = {
      Namespace: 'N',
      MetricData: [{ MetricName: 'm', Value: 1.5, Timestamp: new Date(1500) }],
    };
    await client.send(new PutMetricDataCommand(input));
    expect(seen).toEqual(input);
    await expect(client.send(new DescribeAlarmsCommand({}))).rejects.toMatchObject({
      name: 'InvalidNextToken',
      message: 'The next token is not valid.',
    });
  });
});
