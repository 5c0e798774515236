import {
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { clientsFor, createNodeFunction, roleArn, type Clients } from './clients.ts';
import { startProgram, temporaryFolder } from './program.ts';

const messageCount = 300;

/** Each run leaves a file named after what it got; runs of one message leave the same name. */
const source = (folder: string) => `
import { writeFileSync } from 'node:fs';
export const handler = async (event) => {
  const name = event.Records ? event.Records[0].Sns.Message : event.name;
  writeFileSync(${JSON.stringify(folder)} + '/' + name, '');
};`;

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:count';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const settings = (endpoint: string) => ({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
// Without a sandbox functions may write where the test can read.
const environment = { LAMBDECK_ISOLATION: 'portable' };

const permit = ({ lambda }: Clients, service: string, SourceArn: string) =>
  lambda.send(
    new AddPermissionCommand({
      FunctionName: 'count',
      StatementId: service,
      Action: 'lambda:InvokeFunction',
      Principal: `${service}.amazonaws.com`,
      SourceArn,
    }),
  );

it('brings published messages, events and schedules to a function, also over a kill', async () => {
  const folder = await temporaryFolder();
  const seen = path.join(folder, 'seen');
  const options = { folder: path.join(folder, 'data'), environment };
  await mkdir(seen);
  try {
    const accepted: string[] = [];
    {
      await using program = await startProgram(options);
      using clients = clientsFor(program.ready.url);
      const sns = new SNSClient(settings(program.ready.url));
      await createNodeFunction(clients, 'count', source(seen));
      const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'topic' }));
      await permit(clients, 'sns', TopicArn);
      await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint: functionArn }));
      const send = async (index: number) => {
        await sns.send(new PublishCommand({ TopicArn, Message: `message-${index}` }));
        accepted.push(`message-${index}`);
      };
      const sending = Promise.allSettled(Array.from({ length: messageCount }, (_, index) => send(index)));
      // Killed while some run, some wait and some are still on their way in.
      await vi.waitUntil(() => accepted.length > messageCount / 4, { interval: 1, timeout: 15_000 });
      await program.end('SIGKILL');
      await sending;
      sns.destroy();
    }
    expect(accepted.length).toBeGreaterThan(0);
    await using program = await startProgram(options);
    using clients = clientsFor(program.ready.url);
    const scheduler = new SchedulerClient(settings(program.ready.url));
    await scheduler.send(
      new CreateScheduleCommand({
        Name: 'soon',
        ScheduleExpression: 'rate(1 day)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: functionArn, RoleArn: roleArn, Input: '{"name":"scheduled"}' },
      }),
    );
    const events = new EventBridgeClient(settings(program.ready.url));
    const { RuleArn = '' } = await events.send(
      new PutRuleCommand({ Name: 'rule', EventPattern: '{"source":["app"]}' }),
    );
    await permit(clients, 'events', RuleArn);
    const target = { Id: 't', Arn: functionArn, Input: '{"name":"event"}' };
    await events.send(new PutTargetsCommand({ Rule: 'rule', Targets: [target] }));
    await events.send(new PutEventsCommand({ Entries: [{ Source: 'app', DetailType: 't', Detail: '{}' }] }));
    scheduler.destroy();
    events.destroy();
    const wanted = [...accepted, 'scheduled', 'event'];
    const done = async () => {
      const names = new Set(await readdir(seen));
      return wanted.every((name) => names.has(name));
    };
    await vi.waitUntil(done, { interval: 20, timeout: 30_000 });
    expect(await done()).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
