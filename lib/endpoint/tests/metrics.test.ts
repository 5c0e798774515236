import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  InvokeCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { clientsFor, createNodeFunction, invoke, type Clients } from './clients.ts';
import { startProgram, type Program } from './program.ts';

let program: Program;
let clients: Clients;
let cloudwatch: CloudWatchClient;

beforeAll(async () => {
  program = await startProgram();
  clients = clientsFor(program.ready.url);
  cloudwatch = new CloudWatchClient({
    endpoint: program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  cloudwatch.destroy();
  clients[Symbol.dispose]();
  await program[Symbol.asyncDispose]();
});

async function total(
  MetricName: string,
  dimensions: Readonly<Record<string, string>>,
  Stat = 'Sum',
): Promise<number | undefined> {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const answer = await cloudwatch.send(
    new GetMetricDataCommand({
      MetricDataQueries: [
        {
          Id: 'm',
          MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName, Dimensions }, Period: 3600, Stat },
        },
      ],
      StartTime: new Date(Date.now() - 7_200_000),
      EndTime: new Date(Date.now() + 3_600_000),
    }),
  );
  const values = answer.MetricDataResults?.[0]?.Values ?? [];
  // A test that runs across the full hour finds two values.
  return values.length === 0
    ? undefined
    : Stat === 'Sum'
      ? values.reduce((a, b) => a + b)
      : Math.max(...values);
}

it('counts calls, errors, durations and throttles of a function', async () => {
  await createNodeFunction(
    clients,
    'counted',
    `export const handler = async (event) => {
       if (event.fail) throw new Error('asked for');
       await new Promise((resolve) => setTimeout(resolve, event.waitMs ?? 0));
     };`,
  );
  await invoke(clients, 'counted', { waitMs: 60 });
  await invoke(clients, 'counted', { fail: true });
  await clients.lambda.send(
    new PutFunctionConcurrencyCommand({ FunctionName: 'counted', ReservedConcurrentExecutions: 0 }),
  );
  await expect(invoke(clients, 'counted')).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  const views: Readonly<Record<string, string>>[] = [
    { FunctionName: 'counted' },
    { FunctionName: 'counted', Resource: 'counted' },
    {},
  ];
  for (const dimensions of views) {
    expect(await total('Invocations', dimensions)).toBe(2);
    expect(await total('Errors', dimensions)).toBe(1);
    expect(await total('Throttles', dimensions)).toBe(1);
  }
  const ofFunction = { FunctionName: 'counted' };
  expect(await total('Duration', ofFunction, 'Maximum')).toBeGreaterThan(55);
  expect(await total('Duration', ofFunction, 'Minimum')).toBeLessThan(55);
  expect(await total('ConcurrentExecutions', ofFunction, 'Maximum')).toBe(1);
  expect(await total('UnreservedConcurrentExecutions', {}, 'Maximum')).toBe(1);
});

it('counts asynchronous events and those that are dropped', async () => {
  await createNodeFunction(
    clients,
    'dropped',
    'export const handler = async () => { throw new Error("no"); };',
  );
  await clients.lambda.send(
    new PutFunctionEventInvokeConfigCommand({ FunctionName: 'dropped', MaximumRetryAttempts: 0 }),
  );
  await clients.lambda.send(new InvokeCommand({ FunctionName: 'dropped', InvocationType: 'Event' }));
  const ofFunction = { FunctionName: 'dropped' };
  await vi.waitFor(async () => expect(await total('AsyncEventsDropped', ofFunction)).toBe(1), 8000);
  expect(await total('AsyncEventsReceived', ofFunction)).toBe(1);
  expect(await total('AsyncEventAge', ofFunction, 'SampleCount')).toBe(1);
  expect(await total('Invocations', { FunctionName: 'dropped', Resource: 'dropped' })).toBe(1);
});
