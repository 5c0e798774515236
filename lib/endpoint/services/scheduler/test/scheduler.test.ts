import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateScheduleCommand,
  type CreateScheduleCommandInput,
} from '@aws-sdk/client-scheduler';
import { expect, test } from 'vitest';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { arnOf, openDeliveries, refusal, type Deliveries } from '../../deliveries/test/harness.ts';
import { createManualClock } from '../../manual-clock.ts';

const RoleArn = 'arn:aws:iam::000000000000:role/scheduler';
const minute = 60_000;
const clockAt = (text: string) => createManualClock(Date.parse(text));

function input(Arn: string, more: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput {
  return {
    Name: 's',
    ScheduleExpression: 'rate(10 minutes)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn, RoleArn, Input: '<aws.scheduler.scheduled-time>', ...more.Target },
    ...more,
  };
}

const create = (own: Deliveries, given: CreateScheduleCommandInput) =>
  own.scheduler.send(new CreateScheduleCommand(given));

/** The texts of so many messages, in order. */
const bodies = async (own: Deliveries, url: string, count: number) =>
  (await own.receive(url, count)).map(({ Body }) => Body).sort();

test('a schedule is created once, shown, listed, replaced and deleted', async () => {
  await using own = await openDeliveries();
  const { scheduler } = own;
  const queue = arnOf('sqs', 'q');
  const given = input(queue, { ClientToken: 'token', Description: 'd' });
  const made = await create(own, given);
  expect(made.ScheduleArn).toBe(arnOf('scheduler', 'schedule/default/s'));
  expect(await create(own, given)).toMatchObject({ ScheduleArn: made.ScheduleArn });
  expect(await refusal(create(own, { ...given, ClientToken: 'another' }))).toBe(
    'ConflictException 409: Schedule s already exists.',
  );
  expect(await scheduler.send(new GetScheduleCommand({ Name: 's' }))).toMatchObject({
    Arn: made.ScheduleArn,
    GroupName: 'default',
    State: 'ENABLED',
    ScheduleExpression: 'rate(10 minutes)',
    ScheduleExpressionTimezone: 'UTC',
    Description: 'd',
    ActionAfterCompletion: 'NONE',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: queue,
      RoleArn,
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
    },
    CreationDate: new Date(own.clock.now()),
  });
  await scheduler.send(new UpdateScheduleCommand({ ...input(queue), State: 'DISABLED' }));
  const after = await scheduler.send(new GetScheduleCommand({ Name: 's' }));
  expect(after).toMatchObject({ State: 'DISABLED' });
  expect(after.Description).toBeUndefined();
  const { Schedules } = await scheduler.send(new ListSchedulesCommand({ State: 'DISABLED' }));
  expect(Schedules).toMatchObject([{ Name: 's', GroupName: 'default', Target: { Arn: queue } }]);
  await scheduler.send(new DeleteScheduleCommand({ Name: 's' }));
  expect(await refusal(scheduler.send(new GetScheduleCommand({ Name: 's' })))).toBe(
    'ResourceNotFoundException 404: Schedule s does not exist.',
  );
});

test('a group holds schedules, has tags, and takes its schedules with it', async () => {
  await using own = await openDeliveries();
  const { scheduler } = own;
  const { ScheduleGroupArn: ResourceArn } = await scheduler.send(
    new CreateScheduleGroupCommand({ Name: 'g', Tags: [{ Key: 'a', Value: '1' }] }),
  );
  expect(ResourceArn).toBe(arnOf('scheduler', 'schedule-group/g'));
  await scheduler.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: 'b', Value: '2' }] }));
  await scheduler.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['a'] }));
  expect((await scheduler.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags).toEqual([
    { Key: 'b', Value: '2' },
  ]);
  for (const [GroupName, Name] of [
    ['g', 'one'],
    ['g', 'two'],
    ['default', 'three'],
  ] as const)
    await create(own, input(arnOf('sqs', 'q'), { GroupName, Name, State: 'DISABLED' }));
  const names = async (given: object) => {
    const { Schedules = [], NextToken } = await scheduler.send(new ListSchedulesCommand(given));
    return { names: Schedules.map(({ Name }) => Name), NextToken };
  };
  expect((await names({ GroupName: 'g' })).names).toEqual(['one', 'two']);
  const first = await names({ MaxResults: 2 });
  expect(first.names).toEqual(['three', 'one']);
  expect((await names({ MaxResults: 2, NextToken: first.NextToken })).names).toEqual(['two']);
  const { ScheduleGroups } = await scheduler.send(new ListScheduleGroupsCommand({}));
  expect(ScheduleGroups?.map(({ Name, State }) => `${Name} ${State}`)).toEqual([
    'default ACTIVE',
    'g ACTIVE',
  ]);
  await scheduler.send(new DeleteScheduleGroupCommand({ Name: 'g' }));
  expect((await names({})).names).toEqual(['three']);
  expect(await refusal(scheduler.send(new GetScheduleGroupCommand({ Name: 'g' })))).toBe(
    'ResourceNotFoundException 404: Schedule group g does not exist.',
  );
});

test.each([
  [{ ScheduleExpression: 'every day' }, 'ValidationException 400: Invalid Schedule Expression every day.'],
  [
    { ScheduleExpressionTimezone: 'Mars/Olympus' },
    'ValidationException 400: Invalid Schedule Expression Timezone Mars/Olympus.',
  ],
  [
    { FlexibleTimeWindow: { Mode: 'FLEXIBLE' as const } },
    'MaximumWindowInMinutes must be set when Mode is FLEXIBLE.',
  ],
  [{ GroupName: 'gone' }, 'ResourceNotFoundException 404: Schedule group gone does not exist.'],
  [{ Target: { Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage', RoleArn } }, 'NotImplemented 501'],
  [
    { Target: { Arn: arnOf('lambda', 'function:f'), RoleArn: 'role' } },
    "at 'target.roleArn' failed to satisfy",
  ],
  [
    { Target: { Arn: arnOf('lambda', 'function:f'), RoleArn, Input: 'text' } },
    'The specified Input is not valid JSON.',
  ],
])('refuses the schedule %j', async (more, reason) => {
  await using own = await openDeliveries();
  expect(await refusal(create(own, { ...input(arnOf('sqs', 'q')), ...more }))).toContain(reason);
});

test('a rate rings from its start to its end', async () => {
  await using own = await openDeliveries({ clock: clockAt('2026-02-03T04:00:00Z') });
  const queue = await own.createQueue('q');
  await create(
    own,
    input(queue.arn, {
      StartDate: new Date('2026-02-03T05:05:00Z'),
      EndDate: new Date('2026-02-03T05:30:00Z'),
    }),
  );
  own.clock.advance(180 * minute);
  expect(await bodies(own, queue.url, 3)).toEqual([
    '2026-02-03T05:05:00Z',
    '2026-02-03T05:15:00Z',
    '2026-02-03T05:25:00Z',
  ]);
  expect(await own.scheduler.send(new GetScheduleCommand({ Name: 's' }))).toMatchObject({ State: 'ENABLED' });
});

test('a one-time schedule calls a function in its time zone, and goes when it says so', async () => {
  await using own = await openDeliveries({ clock: clockAt('2026-06-30T00:00:00Z') });
  const Arn = await own.createFunction('fn');
  await create(
    own,
    input(Arn, {
      ScheduleExpression: 'at(2026-07-01T09:00:00)',
      ScheduleExpressionTimezone: 'Asia/Tokyo',
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn,
        RoleArn,
        Input:
          '{"at":"<aws.scheduler.scheduled-time>","of":"<aws.scheduler.schedule-arn>","try":<aws.scheduler.attempt-number>}',
      },
    }),
  );
  own.clock.advance(24 * 60 * minute - 1000);
  expect(own.eventsOf('fn')).toEqual([]);
  own.clock.advance(2000);
  await own.until(() => own.eventsOf('fn').length > 0);
  expect(own.eventsOf('fn')).toEqual([
    { at: '2026-07-01T00:00:00Z', of: arnOf('scheduler', 'schedule/default/s'), try: 1 },
  ]);
  expect(await refusal(own.scheduler.send(new GetScheduleCommand({ Name: 's' })))).toContain('404');
});

test('a flexible window delays, but not beyond the window', async () => {
  await using own = await openDeliveries({ clock: clockAt('2026-02-03T04:00:00Z') });
  const queue = await own.createQueue('q');
  await create(
    own,
    input(queue.arn, {
      ScheduleExpression: 'cron(0 5 * * ? *)',
      FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 },
    }),
  );
  own.clock.advance(60 * minute - 1);
  own.clock.advance(15 * minute + 1);
  expect(await bodies(own, queue.url, 1)).toEqual(['2026-02-03T05:00:00Z']);
});

test('what a target does not take is a dead letter', async () => {
  await using own = await openDeliveries({ clock: clockAt('2026-02-03T04:00:00Z') });
  const dead = await own.createQueue('dead');
  const Arn = arnOf('lambda', 'function:gone');
  await create(own, {
    ...input(Arn),
    Target: { Arn, RoleArn, Input: '{"n":1}', DeadLetterConfig: { Arn: dead.arn } },
  });
  own.clock.advance(0);
  const [letter] = await own.receive(dead.url, 1);
  expect(letter?.Body).toBe('{"n":1}');
  const attribute = (name: string) => letter?.MessageAttributes?.[name]?.StringValue;
  expect(attribute('SCHEDULE_ARN')).toBe(arnOf('scheduler', 'schedule/default/s'));
  expect(attribute('TARGET_ARN')).toBe(Arn);
  expect(attribute('ERROR_CODE')).toBe('NO_RESOURCE');
});

test('after a standstill the last missed time is made up for, unless it is too old for the target', async () => {
  await using store = await openTemporaryStore();
  const clock = clockAt('2026-02-03T04:00:00Z');
  let url = '';
  {
    await using own = await openDeliveries({ store, clock });
    const queue = await own.createQueue('q');
    url = queue.url;
    const once = { ScheduleExpression: 'at(2026-02-03T04:30:00)' };
    const RetryPolicy = { MaximumEventAgeInSeconds: 60 };
    await create(own, input(queue.arn, { ScheduleExpression: 'cron(0 * * * ? *)' }));
    await create(own, input(queue.arn, { ...once, Name: 'once' }));
    await create(own, {
      ...input(queue.arn, { ...once, Name: 'late' }),
      Target: { Arn: queue.arn, RoleArn, Input: 'too late', RetryPolicy },
    });
  }
  clock.advance(10 * 60 * minute + 30 * minute);
  await using own = await openDeliveries({ store, clock });
  own.clock.advance(0);
  const found = await bodies(own, url.replace(/:\d+\//, `:${own.port}/`), 2);
  expect(found).toEqual(['2026-02-03T04:30:00Z', '2026-02-03T14:00:00Z']);
});

test('the role has no rights on functions of other accounts', async () => {
  await using own = await openDeliveries({ clock: clockAt('2026-02-03T04:00:00Z') });
  const dead = await own.createQueue('dead');
  const Arn = 'arn:aws:lambda:us-east-1:111122223333:function:fn';
  await create(own, {
    ...input(Arn),
    Target: { Arn, RoleArn, DeadLetterConfig: { Arn: dead.arn } },
  });
  own.clock.advance(0);
  const [letter] = await own.receive(dead.url, 1);
  expect(letter?.MessageAttributes?.ERROR_CODE?.StringValue).toBe('NO_PERMISSIONS');
});
