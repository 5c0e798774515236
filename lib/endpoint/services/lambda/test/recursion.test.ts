import {
  AddPermissionCommand,
  CreateEventSourceMappingCommand,
  InvokeCommand,
  PutFunctionEventInvokeConfigCommand,
  PutFunctionRecursionConfigCommand,
} from '@aws-sdk/client-lambda';
import { CreateTopicCommand, PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, expect, test, vi } from 'vitest';
import type { InvocationRequest } from '../../../runtimes/launch.ts';
import { arnOf, openDeliveries, refusal, type Deliveries } from '../../deliveries/test/harness.ts';
import { traceHeaderOfRun } from '../recursion.ts';
import { report } from './harness.ts';

afterEach(() => vi.unstubAllEnvs());

const done = { kind: 'success', payload: Buffer.from('"done"'), report } as const;
const key = { accountId: '000000000000', region: 'us-east-1', name: 'fn' };

/** Lets the test's SDK clients send what they send inside of a function: the trace header of its run. */
function insideOf({ traceHeader = '' }: Pick<InvocationRequest, 'traceHeader'>): void {
  vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'fn');
  vi.stubEnv('_X_AMZN_TRACE_ID', traceHeader);
}

function outside(): void {
  vi.unstubAllEnvs();
}

/** A function that answers each message of a topic with another one. */
async function openLoopThroughTopic(own: Deliveries): Promise<{ TopicArn: string; dead: string }> {
  const { TopicArn = '' } = await own.sns.send(new CreateTopicCommand({ Name: 'loop' }));
  const Endpoint = await own.createFunction('fn');
  const dead = await own.createQueue('dead');
  await own.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint }));
  await own.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'fn',
      StatementId: 'sns',
      Action: 'lambda:InvokeFunction',
      Principal: 'sns.amazonaws.com',
      SourceArn: TopicArn,
    }),
  );
  await own.lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: 'fn',
      DestinationConfig: { OnFailure: { Destination: dead.arn } },
    }),
  );
  own.answer(async (request) => {
    insideOf(request);
    if (own.calls.length < 30) await own.sns.send(new PublishCommand({ TopicArn, Message: 'again' }));
    outside();
    return done;
  });
  return { TopicArn, dead: dead.url };
}

test('a loop through a topic is stopped after 16 runs, and its event goes to the destination', async () => {
  await using own = await openDeliveries();
  const { TopicArn, dead } = await openLoopThroughTopic(own);
  await own.sns.send(new PublishCommand({ TopicArn, Message: 'first' }));
  const [message] = await own.receive(dead, 1);
  expect(JSON.parse(message?.Body ?? '')).toMatchObject({
    requestPayload: { Records: [{ Sns: { Message: 'again' } }] },
  });
  expect(own.calls).toHaveLength(16);
});

test('a loop that is allowed goes on', async () => {
  await using own = await openDeliveries();
  const { TopicArn } = await openLoopThroughTopic(own);
  await own.lambda.send(
    new PutFunctionRecursionConfigCommand({ FunctionName: 'fn', RecursiveLoop: 'Allow' }),
  );
  await own.sns.send(new PublishCommand({ TopicArn, Message: 'first' }));
  await own.until(() => own.calls.length === 30);
  expect(own.calls).toHaveLength(30);
});

test('a loop through a queue is stopped, and messages of no loop are not', async () => {
  await using own = await openDeliveries();
  const queue = await own.createQueue('loop');
  await own.createFunction('fn');
  own.answer(async (request) => {
    insideOf(request);
    await own.sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: 'again' }));
    outside();
    return done;
  });
  await own.lambda.send(
    new CreateEventSourceMappingCommand({ FunctionName: 'fn', EventSourceArn: queue.arn, BatchSize: 1 }),
  );
  await own.sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: 'first' }));
  const isStopped = () =>
    own.logged.some(({ message }) => message === 'Messages of a recursive loop were stopped');
  await own.until(() => {
    own.clock.advance(1000);
    return isStopped();
  });
  expect(own.calls).toHaveLength(16);
  own.answer(() => done);
  await own.sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: 'of no loop' }));
  await own.until(() => own.calls.length > 16);
  expect(own.calls).toHaveLength(17);
});

test('a function that calls itself gets the refusal of AWS', async () => {
  await using own = await openDeliveries();
  await own.createFunction('fn');
  let header: string | undefined;
  for (let run = 0; run < 16; run += 1) header = traceHeaderOfRun(key, header, own.clock.now());
  insideOf({ traceHeader: header ?? '' });
  const refused = refusal(own.lambda.send(new InvokeCommand({ FunctionName: 'fn' })));
  expect(await refused).toContain('RecursiveInvocationException 400: Lambda detected a recursive loop');
  outside();
  expect(await own.lambda.send(new InvokeCommand({ FunctionName: 'fn' }))).toMatchObject({ StatusCode: 200 });
  expect(own.calls[0]?.request.traceHeader).toMatch(
    /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=1:[0-9a-f]{8}:0$/,
  );
  expect(arnOf('lambda', 'function:fn')).toBe(own.calls[0]?.request.invokedFunctionArn);
});

test('other functions of a chain are counted on their own', () => {
  const other = { ...key, name: 'other' };
  const header = traceHeaderOfRun(other, traceHeaderOfRun(key, 'Root=1-a;Sampled=1', 0), 0);
  expect(header).toMatch(/^Root=1-a;Sampled=1;Lineage=1:[0-9a-f]{8}:0\|1:[0-9a-f]{8}:0$/);
  expect(traceHeaderOfRun(key, header, 0)).toMatch(/Lineage=2:[0-9a-f]{8}:0\|1:/);
});
