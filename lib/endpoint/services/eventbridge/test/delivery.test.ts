import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import {
  CreateEventBusCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  type PutRuleCommandInput,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { arnOf, openDeliveries, type Deliveries } from '../../deliveries/test/harness.ts';
import { createManualClock } from '../../manual-clock.ts';

async function rule(own: Deliveries, more: Partial<PutRuleCommandInput>, ...targets: Target[]) {
  const { Name = 'r', EventBusName } = more;
  await own.events.send(new PutRuleCommand({ Name, EventPattern: '{"source":["my.app"]}', ...more }));
  await own.events.send(new PutTargetsCommand({ Rule: Name, EventBusName, Targets: targets }));
}

async function functionFor(own: Deliveries, name: string, ruleName = 'r'): Promise<string> {
  const arn = await own.createFunction(name);
  await own.lambda.send(
    new AddPermissionCommand({
      FunctionName: name,
      StatementId: 'events',
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      SourceArn: arnOf('events', `rule/${ruleName}`),
    }),
  );
  return arn;
}

const put = async (own: Deliveries, detail: object = { n: 1 }, more = {}) => {
  const { Entries } = await own.events.send(
    new PutEventsCommand({
      Entries: [{ Source: 'my.app', DetailType: 'Order', Detail: JSON.stringify(detail), ...more }],
    }),
  );
  return Entries?.[0]?.EventId ?? '';
};

const bodies = async (own: Deliveries, url: string, count: number) =>
  (await own.receive(url, count)).map(({ Body }) => Body);

test('a function gets the event that AWS documents, if its policy knows the rule', async () => {
  await using own = await openDeliveries();
  const dead = await own.createQueue('dead');
  await rule(
    own,
    {},
    { Id: 'known', Arn: await functionFor(own, 'known') },
    {
      Id: 'unknown',
      Arn: await functionFor(own, 'unknown', 'other'),
      DeadLetterConfig: { Arn: dead.arn },
    },
  );
  const id = await put(own, { n: 1 }, { Resources: ['arn:thing'], Time: new Date('2026-01-02T03:04:05Z') });
  await own.until(() => own.eventsOf('known').length > 0);
  const event = {
    version: '0',
    id,
    'detail-type': 'Order',
    source: 'my.app',
    account: '000000000000',
    time: '2026-01-02T03:04:05Z',
    region: 'us-east-1',
    resources: ['arn:thing'],
    detail: { n: 1 },
  };
  expect(own.eventsOf('known')).toEqual([event]);
  const [letter] = await own.receive(dead.url, 1);
  expect(JSON.parse(letter?.Body ?? '')).toEqual(event);
  const attribute = (name: string) => letter?.MessageAttributes?.[name]?.StringValue;
  expect(attribute('RULE_ARN')).toBe(arnOf('events', 'rule/r'));
  expect(attribute('TARGET_ARN')).toBe(arnOf('lambda', 'function:unknown'));
  expect(attribute('ERROR_CODE')).toBe('NO_PERMISSIONS');
  expect(own.eventsOf('unknown')).toEqual([]);
});

test('input of a target is a constant, a part of the event, or a template', async () => {
  await using own = await openDeliveries();
  const kinds: Record<string, Partial<Target>> = {
    constant: { Input: '{"fixed":true}' },
    part: { InputPath: '$.detail.list[1]' },
    json: {
      InputTransformer: {
        InputPathsMap: { n: '$.detail.n', kind: '$.detail-type', all: '$.detail', none: '$.detail.none' },
        InputTemplate:
          '{"text":"<kind> of <n> <none>","kind":<kind>,"detail":<all>,"rule":<aws.events.rule-name>,"event":<aws.events.event>}',
      },
    },
    text: {
      InputTransformer: {
        InputPathsMap: { quote: '$.detail.quote' },
        InputTemplate: '"They said <quote> of 1 <2"',
      },
    },
  };
  const urls: Record<string, string> = {};
  for (const [name, settings] of Object.entries(kinds)) {
    const queue = await own.createQueue(name);
    urls[name] = queue.url;
    await rule(own, { Name: name }, { Id: 't', Arn: queue.arn, ...settings });
  }
  await put(own, { n: 5, list: [1, { b: 2 }], quote: 'a "word"' });
  const bodyOf = async (name: string) => (await bodies(own, urls[name] ?? '', 1))[0] ?? '';
  expect(await bodyOf('constant')).toBe('{"fixed":true}');
  expect(await bodyOf('part')).toBe('{"b":2}');
  expect(JSON.parse(await bodyOf('json'))).toEqual({
    text: 'Order of 5 ',
    kind: 'Order',
    detail: { n: 5, list: [1, { b: 2 }], quote: 'a "word"' },
    rule: 'json',
    event: expect.objectContaining({ detailType: 'Order', source: 'my.app', version: '0' }) as unknown,
  });
  expect(JSON.parse(await bodyOf('text'))).toBe('They said a "word" of 1 <2');
});

test('events reach topics, FIFO queues and other buses; a ring of buses ends', async () => {
  await using own = await openDeliveries();
  const plain = await own.createQueue('plain');
  const fifo = await own.createQueue('steps.fifo');
  const { TopicArn = '' } = await own.sns.send(new CreateTopicCommand({ Name: 'topic' }));
  await own.sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: plain.arn,
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );
  const { EventBusArn = '' } = await own.events.send(new CreateEventBusCommand({ Name: 'other' }));
  await rule(
    own,
    {},
    { Id: 'topic', Arn: TopicArn },
    { Id: 'fifo', Arn: fifo.arn, SqsParameters: { MessageGroupId: 'g' } },
  );
  const id = await put(own);
  expect(JSON.parse((await bodies(own, plain.url, 1))[0] ?? '')).toMatchObject({ id });
  expect(JSON.parse((await bodies(own, fifo.url, 1))[0] ?? '')).toMatchObject({ id });

  const seen = await own.createQueue('seen');
  await rule(own, { Name: 'away' }, { Id: 'bus', Arn: EventBusArn });
  await rule(
    own,
    { EventBusName: 'other' },
    { Id: 'queue', Arn: seen.arn },
    { Id: 'back', Arn: arnOf('events', 'event-bus/default') },
  );
  const ringed = await put(own);
  const all = await bodies(own, seen.url, 8);
  expect(new Set(all.map((body) => (JSON.parse(body ?? '') as { id: string }).id))).toEqual(
    new Set([ringed]),
  );
  await own.until(() =>
    own.logged.some((line) => JSON.stringify(line.fields).includes('has passed 16 buses')),
  );
});

test('a rule with a schedule sends its event in time, and none while it is disabled', async () => {
  await using own = await openDeliveries({ clock: createManualClock(Date.parse('2026-02-03T04:00:00Z')) });
  const queue = await own.createQueue('q');
  await rule(
    own,
    { EventPattern: undefined, ScheduleExpression: 'cron(0/15 * * * ? *)' },
    { Id: 't', Arn: queue.arn },
  );
  own.clock.advance(15 * 60_000);
  const [body] = await bodies(own, queue.url, 1);
  expect(JSON.parse(body ?? '')).toEqual({
    version: '0',
    id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '000000000000',
    time: '2026-02-03T04:15:00Z',
    region: 'us-east-1',
    resources: [arnOf('events', 'rule/r')],
    detail: {},
  });
  await own.events.send(new DisableRuleCommand({ Name: 'r' }));
  own.clock.advance(60 * 60_000);
  await own.events.send(new EnableRuleCommand({ Name: 'r' }));
  own.clock.advance(30 * 60_000);
  const times = (await bodies(own, queue.url, 2)).map(
    (text) => (JSON.parse(text ?? '') as { time: string }).time,
  );
  expect(times.sort()).toEqual(['2026-02-03T05:30:00Z', '2026-02-03T05:45:00Z']);
});

test('after a standstill a rule rings once for what it missed, and what was accepted is delivered', async () => {
  await using store = await openTemporaryStore();
  const clock = createManualClock(Date.parse('2026-02-03T04:00:00Z'));
  let url = '';
  {
    await using own = await openDeliveries({ store, clock });
    const queue = await own.createQueue('q');
    url = queue.url;
    await rule(own, { ScheduleExpression: 'rate(10 minutes)' }, { Id: 't', Arn: queue.arn });
    await own.stopDeliveries();
    await put(own);
  }
  clock.advance(5 * 3_600_000 + 60_000);
  await using own = await openDeliveries({ store, clock });
  own.clock.advance(0);
  const types = (await bodies(own, url.replace(/:\d+\//, `:${own.port}/`), 2)).map((text) => {
    const { time, ...event } = JSON.parse(text ?? '') as { 'detail-type': string; time: string };
    return `${event['detail-type']} ${time}`;
  });
  expect(types.sort()).toEqual(['Order 2026-02-03T04:00:00Z', 'Scheduled Event 2026-02-03T09:00:00Z']);
});
