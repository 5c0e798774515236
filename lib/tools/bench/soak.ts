import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateEventSourceMappingCommand,
  DeleteFunctionCommand,
  InvokeCommand,
  UpdateFunctionCodeCommand,
  waitUntilFunctionUpdatedV2,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { strToU8, zipSync } from 'fflate';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { processTree } from '../../endpoint/runtimes/process-tree.ts';
import { runLoad, percentile, type LoadTarget } from './load.ts';
import { createBenchFunction, residentMb, type BenchEndpoint } from './starts.ts';

/** What the endpoint holds at one time. */
export interface Holdings {
  readonly residentMb: number;
  readonly descriptors: number;
  /** Itself and all below it. */
  readonly processes: number;
}

export interface SoakFigures {
  readonly seconds: number;
  /** Medians of the first and the last part of the run; what is filled once lies before both. */
  readonly early: Holdings;
  readonly late: Holdings;
  /** How often each kind of work was done, and how often it was not. */
  readonly done: Readonly<Record<string, number>>;
  readonly failed: number;
  readonly firstFailure: string | undefined;
}

const soakMs = 75_000;
/** Environments, caches and heap are filled by then. */
const settledMs = 25_000;
const sampleEveryMs = 1000;
const partSamples = 15;
const invokeCallers = 4;

/** Invokes, asynchronous calls, a queue, deploys and logs all at once, for a bounded time. */
export async function measureSoak(endpoint: BenchEndpoint, invoke: LoadTarget): Promise<SoakFigures> {
  const work = await arrange(endpoint);
  const done: Record<string, number> = {};
  const failures: string[] = [];
  const endsAt = performance.now() + soakMs;
  const repeat = async (name: string, pauseMs: number, once: (turn: number) => Promise<unknown>) => {
    for (let turn = 0; performance.now() < endsAt; turn += 1) {
      try {
        await once(turn);
        done[name] = (done[name] ?? 0) + 1;
      } catch (error) {
        failures.push(`${name}: ${String(error)}`);
      }
      await pause(pauseMs);
    }
  };
  const samples: Holdings[] = [];
  const watching = (async () => {
    await pause(settledMs);
    for (; performance.now() < endsAt; await pause(sampleEveryMs)) samples.push(await holdingsOf(endpoint));
  })();
  const invokes = runLoad(invoke, invokeCallers, soakMs);
  await Promise.all([
    watching,
    ...Object.entries(work.kinds).map(([name, { pauseMs, once }]) => repeat(name, pauseMs, once)),
  ]);
  const load = await invokes;
  work.close();
  done['invoke'] = Math.round((load.requestsPerSecond * soakMs) / 1000);
  return {
    seconds: soakMs / 1000,
    early: medianOf(samples.slice(0, partSamples)),
    late: medianOf(samples.slice(-partSamples)),
    done,
    failed: failures.length + load.failures,
    firstFailure: failures[0],
  };
}

interface Work {
  readonly kinds: Readonly<
    Record<string, { readonly pauseMs: number; readonly once: (turn: number) => Promise<unknown> }>
  >;
  close(): void;
}

async function arrange({ port, lambda }: BenchEndpoint): Promise<Work> {
  const settings = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: '000000000000', secretAccessKey: 'bench' },
  };
  const sqs = new SQSClient(settings);
  const logs = new CloudWatchLogsClient({ ...settings, disableHostPrefix: true });
  for (const name of ['soak-async', 'soak-queue', 'soak-deploy']) await createBenchFunction(lambda, name);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'soak' }));
  await lambda.send(
    new CreateEventSourceMappingCommand({
      FunctionName: 'soak-queue',
      EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:soak',
    }),
  );
  return {
    kinds: {
      async: {
        pauseMs: 20,
        once: () => lambda.send(new InvokeCommand({ FunctionName: 'soak-async', InvocationType: 'Event' })),
      },
      queue: {
        pauseMs: 20,
        once: (turn) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: String(turn) })),
      },
      deploy: { pauseMs: 500, once: (turn) => deploy(lambda, turn) },
      'create and delete': {
        pauseMs: 500,
        once: async () => {
          await createBenchFunction(lambda, 'soak-passing');
          await lambda.send(new DeleteFunctionCommand({ FunctionName: 'soak-passing' }));
        },
      },
      logs: {
        pauseMs: 200,
        once: () =>
          logs.send(
            new FilterLogEventsCommand({
              logGroupName: '/aws/lambda/warm',
              filterPattern: 'REPORT',
              limit: 100,
            }),
          ),
      },
    },
    close: () => {
      sqs.destroy();
      logs.destroy();
    },
  };
}

async function deploy(lambda: LambdaClient, turn: number): Promise<void> {
  const FunctionName = 'soak-deploy';
  const source = `exports.handler = async () => ${turn};\n`;
  await lambda.send(
    new UpdateFunctionCodeCommand({ FunctionName, ZipFile: zipSync({ 'index.js': strToU8(source) }) }),
  );
  await waitUntilFunctionUpdatedV2(
    { client: lambda, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.2 },
    { FunctionName },
  );
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName }));
  const answer = Payload?.transformToString();
  if (answer !== String(turn)) throw new Error(`deploy ${turn} answered ${answer}`);
}

async function holdingsOf({ program: { pid } }: BenchEndpoint): Promise<Holdings> {
  return {
    residentMb: await residentMb(pid),
    descriptors: (await readdir(`/proc/${pid}/fd`).catch(() => [])).length,
    processes: processTree(pid).length,
  };
}

function medianOf(samples: readonly Holdings[]): Holdings {
  const median = (read: (one: Holdings) => number) =>
    percentile(
      samples.map(read).sort((left, right) => left - right),
      0.5,
    );
  return {
    residentMb: median((one) => one.residentMb),
    descriptors: median((one) => one.descriptors),
    processes: median((one) => one.processes),
  };
}
