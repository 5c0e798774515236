import {
  CreateEventSourceMappingCommand,
  InvokeCommand,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { clientsFor, createNodeFunction } from './clients.ts';
import { startProgram, temporaryFolder, type Program } from './program.ts';

const messageCount = 400;
// Without a sandbox functions may write where the test can read.
const environment = { LAMBDECK_ISOLATION: 'portable' };

function sqsFor(program: Program): SQSClient & Disposable {
  const client = new SQSClient({
    endpoint: program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return Object.assign(client, { [Symbol.dispose]: () => client.destroy() });
}

/** Each message leaves a file named after it. */
const source = `
import { writeFileSync } from 'node:fs';
export const handler = async ({ Records }) => {
  for (const { body } of Records) writeFileSync(body, '');
};`;

it('loses no accepted message of a queue when the endpoint is killed while a function reads it', async () => {
  const folder = await temporaryFolder();
  const data = path.join(folder, 'data');
  const seen = path.join(folder, 'seen');
  const accepted: string[] = [];
  try {
    await mkdir(seen);
    {
      await using program = await startProgram({ folder: data, environment });
      using clients = clientsFor(program.ready.url);
      using sqs = sqsFor(program);
      await createNodeFunction(clients, 'reader', source, { Timeout: 1 });
      // What is in flight at the kill comes back after two seconds.
      const { QueueUrl } = await sqs.send(
        new CreateQueueCommand({ QueueName: 'work', Attributes: { VisibilityTimeout: '2' } }),
      );
      await clients.lambda.send(
        new CreateEventSourceMappingCommand({
          FunctionName: 'reader',
          EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:work',
        }),
      );
      const send = async (batch: number) => {
        const bodies = Array.from({ length: 10 }, (_, index) => path.join(seen, `${batch}-${index}`));
        const Entries = bodies.map((MessageBody, index) => ({ Id: `${index}`, MessageBody }));
        const { Successful = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
        expect(Successful).toHaveLength(10);
        accepted.push(...bodies);
      };
      const sending = Promise.allSettled(
        Array.from({ length: messageCount / 10 }, (_, batch) => send(batch)),
      );
      await vi.waitUntil(() => accepted.length >= messageCount / 2, { interval: 1, timeout: 15_000 });
      await program.end('SIGKILL');
      await sending;
    }
    await using program = await startProgram({ folder: data, environment });
    const missing = async () => {
      const names = new Set(await readdir(seen));
      return accepted.filter((body) => !names.has(path.basename(body)));
    };
    await vi.waitUntil(async () => (await missing()).length === 0, { interval: 20, timeout: 30_000 });
    expect(await missing()).toEqual([]);
    expect(program.ready.recovered.join(' ')).toContain('did not stop cleanly');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

it('sends the record of a failed event to a queue, through the program and the SDK', async () => {
  await using program = await startProgram({ environment });
  using clients = clientsFor(program.ready.url);
  using sqs = sqsFor(program);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'failures' }));
  await createNodeFunction(
    clients,
    'fails',
    'export const handler = async () => { throw new Error("boom"); };',
  );
  await clients.lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: 'fails',
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:000000000000:failures' } },
    }),
  );
  const { StatusCode } = await clients.lambda.send(
    new InvokeCommand({ FunctionName: 'fails', InvocationType: 'Event', Payload: '{"a":1}' }),
  );
  expect(StatusCode).toBe(202);
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  expect(JSON.parse(Messages[0]?.Body ?? '')).toMatchObject({
    requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 1 },
    requestPayload: { a: 1 },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorType: 'Error', errorMessage: 'boom' },
  });
}, 60_000);

it('stops in order while batches and events run, and keeps what they had', async () => {
  const folder = await temporaryFolder();
  const data = path.join(folder, 'data');
  try {
    const begun = path.join(folder, 'begun');
    {
      await using program = await startProgram({ folder: data, environment });
      using clients = clientsFor(program.ready.url);
      using sqs = sqsFor(program);
      const sleeper = `
        import { appendFileSync } from 'node:fs';
        export const handler = async () => {
          appendFileSync(${JSON.stringify(begun)}, '.');
          await new Promise((resolve) => setTimeout(resolve, 20_000));
        };`;
      await createNodeFunction(clients, 'sleeper', sleeper, { Timeout: 25 });
      const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'work' }));
      await clients.lambda.send(
        new CreateEventSourceMappingCommand({
          FunctionName: 'sleeper',
          EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:work',
          BatchSize: 1,
          ScalingConfig: { MaximumConcurrency: 2 },
        }),
      );
      const Entries = Array.from({ length: 5 }, (_, index) => ({ Id: `${index}`, MessageBody: 'x' }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      await clients.lambda.send(new InvokeCommand({ FunctionName: 'sleeper', InvocationType: 'Event' }));
      const count = () =>
        readFile(begun, 'utf8').then(
          (text) => text.length,
          () => 0,
        );
      await vi.waitUntil(async () => (await count()) === 3, { interval: 10, timeout: 15_000 });
      expect(await program.end()).toEqual({ code: 0, signal: null });
      expect(program.errors()).toBe('');
    }
    await using program = await startProgram({ folder: data, environment });
    using sqs = sqsFor(program);
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: `${program.ready.url}/000000000000/work`,
        AttributeNames: ['All'],
      }),
    );
    const left =
      Number(Attributes.ApproximateNumberOfMessages) +
      Number(Attributes.ApproximateNumberOfMessagesNotVisible);
    expect(left).toBe(5);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
