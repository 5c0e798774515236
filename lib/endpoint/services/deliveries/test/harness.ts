import { CreateFunctionCommand, GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs';
import { vi } from 'vitest';
import { startListener } from '../../../http/listener.ts';
import type { InvocationRequest } from '../../../runtimes/launch.ts';
import type { Store } from '../../../store/database.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import { openLambda, roleArn, zip } from '../../lambda/test/harness.ts';
import { createLogsService } from '../../logs/index.ts';
import { createManualClock, type ManualClock } from '../../manual-clock.ts';
import { createEventBridgeService } from '../../eventbridge/index.ts';
import { createKmsService } from '../../kms/index.ts';
import { createS3Service } from '../../s3/index.ts';
import { createSchedulerService } from '../../scheduler/index.ts';
import { createSnsService } from '../../sns/index.ts';
import { createSqsService } from '../../sqs/index.ts';

/** ARNs of the clients' account and Region. */
export const arnOf = (service: string, resource: string): string =>
  `arn:aws:${service}:us-east-1:000000000000:${resource}`;

/** The services that hand things to each other behind a real listener and SDK clients; time stands still. */
export async function openDeliveries(options: { store?: Store; clock?: ManualClock } = {}) {
  const clock = options.clock ?? createManualClock();
  const own = options.store ? undefined : await openTemporaryStore({ now: clock.now });
  const store = options.store ?? own;
  if (!store) throw new Error('no store');
  const { database } = store;
  const logged: { fields: object; message: string }[] = [];
  const log = (fields: object, message: string): void => void logged.push({ fields, message });
  const logger = { info: log, warn: log, error: log };
  const sqs = createSqsService({
    database,
    clock,
    onFailure: (message, error) => log({ err: error }, message),
  });
  const sns = createSnsService({ database, clock, logger });
  const events = createEventBridgeService({ database, clock, logger });
  const logs = createLogsService({
    folder: store.folder,
    now: clock.now,
    onFailure: (message, error) => log({ err: error }, message),
  });
  const scheduler = createSchedulerService({ database, clock, logger });
  const s3 = await createS3Service({ store, clock, logger });
  const kms = await createKmsService({ store, clock });
  const lambda = await openLambda({
    store,
    manualClock: clock,
    queues: sqs.queues,
    topics: sns.topics,
    buses: events.buses,
    objects: s3.objects,
    keys: kms.keys,
    logger,
  });
  const doors = { queues: sqs.queues, functions: lambda.service.calls };
  logs.start(lambda.service.calls);
  sns.start(doors);
  events.start({ ...doors, topics: sns.topics });
  scheduler.start({ ...doors, topics: sns.topics });
  s3.start({ ...doors, topics: sns.topics, buses: events.buses });
  const listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire: createWire([lambda.service, sqs, sns, events, scheduler, logs.service, s3, kms], { log: logger }),
    health: () => ({}),
    log: logger,
  });
  const settings = {
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const clients = {
    lambda: new LambdaClient(settings),
    sqs: new SQSClient(settings),
    sns: new SNSClient(settings),
    events: new EventBridgeClient(settings),
    logs: new CloudWatchLogsClient({ ...settings, disableHostPrefix: true }),
    scheduler: new SchedulerClient(settings),
    kms: new KMSClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
  };

  return {
    ...clients,
    clock,
    store,
    logged,
    port: listener.port,
    /** Where functions write their logs. */
    logSink: logs.sink,
    /** What functions were called with. */
    calls: lambda.script.calls,
    /** Events a function was called with, parsed. */
    eventsOf: (name: string): unknown[] =>
      lambda.script.calls
        .filter(({ launch }) => launch.functionName === name)
        .map(({ request }) => parseEvent(request)),
    /** Says how functions answer from now on. */
    answer(answer: typeof lambda.script.answer): void {
      lambda.script.answer = answer;
    },
    /** Creates a function whose runs are noted and answered with `"done"`. */
    async createFunction(FunctionName: string, more: object = {}): Promise<string> {
      await clients.lambda.send(
        new CreateFunctionCommand({
          FunctionName,
          Runtime: 'nodejs24.x',
          Handler: 'index.handler',
          Role: roleArn,
          Code: { ZipFile: zip() },
          ...more,
        }),
      );
      const isActive = async () => {
        clock.advance(1);
        const { State } = await clients.lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
        return State === 'Active' || State === 'ActiveNonInvocable';
      };
      await vi.waitUntil(isActive, { timeout: 15_000, interval: 1 });
      return arnOf('lambda', `function:${FunctionName}`);
    },
    async createQueue(QueueName: string): Promise<{ url: string; arn: string }> {
      const Attributes = QueueName.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
      const { QueueUrl = '' } = await clients.sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
      return { url: QueueUrl, arn: arnOf('sqs', QueueName) };
    },
    /** Waits for so many messages of a queue and takes them out. */
    async receive(QueueUrl: string, count: number): Promise<Message[]> {
      const all: Message[] = [];
      await vi.waitUntil(
        async () => {
          const { Messages = [] } = await clients.sqs.send(
            new ReceiveMessageCommand({
              QueueUrl,
              MaxNumberOfMessages: 10,
              MessageAttributeNames: ['All'],
              MessageSystemAttributeNames: ['All'],
            }),
          );
          for (const message of Messages) {
            await clients.sqs.send(
              new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle ?? '' }),
            );
          }
          all.push(...Messages);
          return all.length >= count;
        },
        { timeout: 15_000, interval: 2 },
      );
      return all;
    },
    /** Messages that are published from now on wait on disk. */
    stopDeliveries: () => Promise.all([sns.close(), events.close(), s3.close()]),
    until: (isDone: () => boolean | Promise<boolean>) =>
      vi.waitUntil(isDone, { timeout: 15_000, interval: 2 }),
    async [Symbol.asyncDispose]() {
      for (const client of Object.values(clients)) client.destroy();
      sqs.endWaits();
      await listener.close();
      await logs.service.close?.();
      await scheduler.close();
      await s3.close();
      await events.close();
      await sns.close();
      await lambda[Symbol.asyncDispose]();
      await sqs.close?.();
      await own?.[Symbol.asyncDispose]();
    },
  };
}

export type Deliveries = Awaited<ReturnType<typeof openDeliveries>>;

function parseEvent({ payload }: InvocationRequest): unknown {
  return JSON.parse(Buffer.from(payload).toString());
}

/** The refusal of an SDK call: `Name status: message`. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Error) || !('$metadata' in error))
    throw new Error(`Expected a refusal, got ${String(error)}`);
  const { httpStatusCode } = error.$metadata as { httpStatusCode?: number };
  return `${error.name} ${httpStatusCode}: ${error.message}`;
}
