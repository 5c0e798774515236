import type { CliOptions, CliValue } from '../domain/cli-command.ts';
import { partitionOf } from '../shared/arn.ts';
import type { Command } from './cli.ts';
import { present, type FunctionModel } from './model.ts';

// Parameter names: AWS CLI Command Reference, lambda, events, scheduler, sns, logs, s3api.

/** The ARN that the function gets; its role tells the account. */
function arnOf(model: FunctionModel, region: string): string {
  const account = model.role.split(':')[4] ?? '';
  return `arn:${partitionOf(region)}:lambda:${region}:${account}:function:${model.name}`;
}

/** What pulls from or is called by the services around the function. */
export function cliSources(model: FunctionModel, command: Command, { region }: CliOptions): string[] {
  const arn = arnOf(model, region);
  const bus = (name: string) => (name === 'default' ? undefined : name);
  return [
    ...model.mappings.map(({ owner, settings }) =>
      command('lambda', 'create-event-source-mapping', {
        'function-name': owner === undefined ? model.name : `${model.name}:${owner}`,
        'cli-input-json': settings as CliValue,
      }),
    ),
    ...model.rules.flatMap((rule) => [
      command('events', 'put-rule', {
        name: rule.name,
        'event-bus-name': bus(rule.bus),
        description: rule.description || undefined,
        'event-pattern': rule.pattern || undefined,
        'schedule-expression': rule.schedule || undefined,
        state: rule.isEnabled ? 'ENABLED' : 'DISABLED',
      }),
      command('events', 'put-targets', {
        rule: rule.name,
        'event-bus-name': bus(rule.bus),
        targets: [present({ Id: 'Function', Arn: arn, Input: rule.input })],
      }),
    ]),
    ...model.schedules.map((schedule) =>
      command('scheduler', 'create-schedule', {
        name: schedule.name,
        'group-name': bus(schedule.group),
        description: schedule.description || undefined,
        'schedule-expression': schedule.expression,
        'schedule-expression-timezone': schedule.timeZone,
        'flexible-time-window':
          schedule.flexibleMinutes === undefined
            ? { Mode: 'OFF' }
            : { Mode: 'FLEXIBLE', MaximumWindowInMinutes: schedule.flexibleMinutes },
        state: schedule.isEnabled ? 'ENABLED' : 'DISABLED',
        target: present({ Arn: arn, RoleArn: schedule.role, Input: schedule.input }),
      }),
    ),
    ...model.topics.map(({ topicArn, filterPolicy, filterScope }) =>
      command('sns', 'subscribe', {
        'topic-arn': topicArn,
        protocol: 'lambda',
        'notification-endpoint': arn,
        attributes: filterPolicy ? { FilterPolicy: filterPolicy, FilterPolicyScope: filterScope } : undefined,
      }),
    ),
    ...model.logFilters.map(({ group, name, pattern }) =>
      command('logs', 'put-subscription-filter', {
        'log-group-name': group,
        'filter-name': name,
        'filter-pattern': pattern,
        'destination-arn': arn,
      }),
    ),
  ];
}
