import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  ListEventBusesCommand,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTagsForResourceCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  TagResourceCommand,
  TestEventPatternCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-eventbridge';
import { expect, test } from 'vitest';
import { arnOf, openDeliveries, refusal } from '../../deliveries/test/harness.ts';

const pattern = '{"source":["my.app"]}';

test('a bus is created, listed, described and deleted once it has no rules', async () => {
  await using own = await openDeliveries();
  const { events } = own;
  const made = await events.send(new CreateEventBusCommand({ Name: 'orders', Description: 'Orders' }));
  expect(made.EventBusArn).toBe(arnOf('events', 'event-bus/orders'));
  expect(await refusal(events.send(new CreateEventBusCommand({ Name: 'orders' })))).toBe(
    'ResourceAlreadyExistsException 400: Event bus orders already exists.',
  );
  for (const more of [
    { DeadLetterConfig: { Arn: arnOf('sqs', 'dead') } },
    { KmsKeyIdentifier: 'alias/mine' },
    { LogConfig: { Level: 'INFO' } },
  ] as const)
    expect(await refusal(events.send(new CreateEventBusCommand({ Name: 'more', ...more })))).toContain(
      'NotImplemented 501',
    );
  const { EventBuses } = await events.send(new ListEventBusesCommand({}));
  expect(EventBuses?.map(({ Name }) => Name)).toEqual(['default', 'orders']);
  expect(await events.send(new DescribeEventBusCommand({}))).toMatchObject({
    Name: 'default',
    Arn: arnOf('events', 'event-bus/default'),
  });
  await events.send(new PutRuleCommand({ Name: 'r', EventBusName: 'orders', EventPattern: pattern }));
  expect(await refusal(events.send(new DeleteEventBusCommand({ Name: 'orders' })))).toContain(
    'cannot be deleted since it has rules',
  );
  await events.send(new DeleteRuleCommand({ Name: 'r', EventBusName: 'orders' }));
  await events.send(new DeleteEventBusCommand({ Name: 'orders' }));
  expect(await refusal(events.send(new DescribeEventBusCommand({ Name: 'orders' })))).toBe(
    'ResourceNotFoundException 400: Event bus orders does not exist.',
  );
});

test('a rule is put, described, listed, switched, tagged and deleted after its targets', async () => {
  await using own = await openDeliveries();
  const { events } = own;
  const { RuleArn } = await events.send(
    new PutRuleCommand({
      Name: 'r',
      EventPattern: pattern,
      Description: 'd',
      Tags: [{ Key: 'a', Value: '1' }],
    }),
  );
  expect(RuleArn).toBe(arnOf('events', 'rule/r'));
  expect(await events.send(new DescribeRuleCommand({ Name: 'r' }))).toMatchObject({
    Name: 'r',
    Arn: RuleArn,
    EventPattern: pattern,
    State: 'ENABLED',
    EventBusName: 'default',
    Description: 'd',
  });
  await events.send(new DisableRuleCommand({ Name: 'r' }));
  expect((await events.send(new ListRulesCommand({ NamePrefix: 'r' }))).Rules).toMatchObject([
    { Name: 'r', State: 'DISABLED' },
  ]);
  await events.send(new EnableRuleCommand({ Name: 'r' }));
  await events.send(new TagResourceCommand({ ResourceARN: RuleArn, Tags: [{ Key: 'b', Value: '2' }] }));
  await events.send(new UntagResourceCommand({ ResourceARN: RuleArn, TagKeys: ['a'] }));
  expect((await events.send(new ListTagsForResourceCommand({ ResourceARN: RuleArn }))).Tags).toEqual([
    { Key: 'b', Value: '2' },
  ]);
  const Arn = arnOf('lambda', 'function:fn');
  const put = await events.send(
    new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 't', Arn, InputPath: '$.detail' }] }),
  );
  expect(put).toMatchObject({ FailedEntryCount: 0, FailedEntries: [] });
  expect((await events.send(new ListTargetsByRuleCommand({ Rule: 'r' }))).Targets).toEqual([
    { Id: 't', Arn, InputPath: '$.detail' },
  ]);
  expect((await events.send(new ListRuleNamesByTargetCommand({ TargetArn: Arn }))).RuleNames).toEqual(['r']);
  expect(await refusal(events.send(new DeleteRuleCommand({ Name: 'r' })))).toBe(
    "ValidationException 400: Rule can't be deleted since it has targets.",
  );
  expect(await events.send(new RemoveTargetsCommand({ Rule: 'r', Ids: ['t', 'u'] }))).toMatchObject({
    FailedEntryCount: 1,
    FailedEntries: [{ TargetId: 'u', ErrorCode: 'ResourceNotFoundException' }],
  });
  await events.send(new DeleteRuleCommand({ Name: 'r' }));
  expect(await refusal(events.send(new DescribeRuleCommand({ Name: 'r' })))).toBe(
    'ResourceNotFoundException 400: Rule r does not exist on EventBus default.',
  );
});

test.each([
  [{}, 'ValidationException 400: Parameter(s) EventPattern or ScheduleExpression must be specified.'],
  [
    { ScheduleExpression: 'rate(1 minutes)' },
    'ValidationException 400: Parameter ScheduleExpression is not valid.',
  ],
  [
    { EventPattern: '{"source":"x"}' },
    'InvalidEventPatternException 400: Event pattern is not valid. Reason: "source" must be an object or an array\n at [Source: (String)"{"source":"x"}"; line: 1, column: 12]',
  ],
  [
    { EventPattern: pattern, EventBusName: 'gone' },
    'ResourceNotFoundException 400: Event bus gone does not exist.',
  ],
  [
    { EventPattern: pattern, Name: 'no name' },
    "ValidationException 400: 1 validation error detected: Value 'no name' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+",
  ],
])('refuses the rule %j', async (input, reason) => {
  await using own = await openDeliveries();
  expect(await refusal(own.events.send(new PutRuleCommand({ Name: 'r', ...input })))).toBe(reason);
});

test.each([
  [{ Arn: arnOf('kinesis', 'stream/s') }, 'NotImplemented 501: A target of kinesis is not implemented'],
  [{ Input: '{' }, 'ValidationException 400: JSON syntax error in input for target t.'],
  [
    { Input: '1', InputPath: '$' },
    'Only one of Input, InputPath, or InputTransformer must be provided for target t.',
  ],
  [
    { InputTransformer: { InputPathsMap: { a: '$' }, InputTemplate: '"<a> <b>"' } },
    'InputTemplate for target t contains invalid placeholder b.',
  ],
  [{ InputPath: '$.a[?(@.b)]' }, 'Invalid InputPath for target t.'],
  [{ InputPath: 'detail' }, 'Invalid InputPath for target t.'],
  // Such steps multiply what is found: each of these would run for hours over a large event.
  [{ InputPath: '$..*..*..*..*..*' }, 'Invalid InputPath for target t.'],
  [{ InputPath: '$.detail.*^.*^.*^.*^.*^.*' }, 'Invalid InputPath for target t.'],
  [{ Arn: arnOf('sqs', 'q.fifo') }, 'Parameter(s) SqsParameters must be specified for target: t.'],
])('refuses the target %j', async (more, reason) => {
  await using own = await openDeliveries();
  await own.events.send(new PutRuleCommand({ Name: 'r', EventPattern: pattern }));
  const Targets = [{ Id: 't', Arn: arnOf('lambda', 'function:fn'), ...more }];
  expect(await refusal(own.events.send(new PutTargetsCommand({ Rule: 'r', Targets })))).toContain(reason);
});

test('a rule takes five targets', async () => {
  await using own = await openDeliveries();
  await own.events.send(new PutRuleCommand({ Name: 'r', EventPattern: pattern }));
  const Arn = arnOf('lambda', 'function:fn');
  const Targets = Array.from({ length: 6 }, (_, index) => ({ Id: `t${index}`, Arn }));
  expect(await refusal(own.events.send(new PutTargetsCommand({ Rule: 'r', Targets })))).toContain(
    'LimitExceededException 400',
  );
});

test('entries of PutEvents are refused one by one', async () => {
  await using own = await openDeliveries();
  const entry = { Source: 'my.app', DetailType: 't', Detail: '{}' };
  const { FailedEntryCount, Entries } = await own.events.send(
    new PutEventsCommand({
      Entries: [
        entry,
        { ...entry, Detail: '[]' },
        { ...entry, Source: 'aws.ec2' },
        { DetailType: 't', Detail: '{}' },
      ],
    }),
  );
  expect(FailedEntryCount).toBe(3);
  expect(Entries).toEqual([
    { EventId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
    { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' },
    {
      ErrorCode: 'InvalidArgument',
      ErrorMessage: 'Parameter Source is not valid. Reason: Source is a required argument.',
    },
  ]);
  const large = { ...entry, Detail: JSON.stringify({ text: 'x'.repeat(1_048_576) }) };
  expect(await refusal(own.events.send(new PutEventsCommand({ Entries: [large] })))).toBe(
    'ValidationException 400: Total size of the entries in the request is over the limit.',
  );
});

test('a pattern is tried on an event', async () => {
  await using own = await openDeliveries();
  const event = {
    id: '1',
    account: '000000000000',
    source: 'my.app',
    time: '2026-01-01T00:00:00Z',
    region: 'us-east-1',
    resources: [],
    'detail-type': 't',
    detail: { total: 7 },
  };
  const tried = async (EventPattern: string, Event = JSON.stringify(event)) =>
    (await own.events.send(new TestEventPatternCommand({ EventPattern, Event }))).Result;
  expect(await tried('{"detail":{"total":[{"numeric":[">",5]}]}}')).toBe(true);
  expect(await tried('{"detail":{"total":[{"numeric":[">",7]}]}}')).toBe(false);
  expect(await refusal(tried('{"a":[]}'))).toContain('Empty arrays are not allowed');
  expect(await refusal(tried(pattern, '{}'))).toBe('ValidationException 400: Parameter Event is not valid.');
});
