import 'server-only';
import { DescribeSubscriptionFiltersCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeRuleCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import { GetEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { GetBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3';
import { GetScheduleCommand } from '@aws-sdk/client-scheduler';
import { GetSubscriptionAttributesCommand, ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';
import { requireUser } from '@/lib/auth/guard';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { triggerDefaults, type TriggerValues } from '@/lib/domain/trigger-fields';
import type { MappingKind, TriggerKind } from '@/lib/domain/trigger-kinds';
import type { TriggerRef } from '@/lib/domain/trigger-ref';
import { mappingValues } from '@/lib/forms/mapping';
import type { Place } from '@/lib/routes';
import { parseArn } from '@/lib/shared/arn';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** A trigger as its form is filled. */
export interface TriggerForm {
  readonly kind: TriggerKind;
  readonly values: TriggerValues;
}

const mappingKinds: Readonly<Record<string, MappingKind>> = {
  sqs: 'sqs',
  kinesis: 'kinesis',
  dynamodb: 'dynamodb',
  kafka: 'msk',
  mq: 'mq',
  rds: 'documentdb',
};

type Reader<Type extends TriggerRef['type']> = (
  aws: Aws,
  ref: Extract<TriggerRef, { type: Type }>,
  functionArn: string,
) => Promise<TriggerForm | undefined>;

const tick = (isOn: boolean) => (isOn ? 'on' : '');

const mapping: Reader<'mapping'> = async (aws, { id }) => {
  const output = await aws.lambda.send(new GetEventSourceMappingCommand({ UUID: id }));
  const service = output.EventSourceArn ? (parseArn(output.EventSourceArn)?.service ?? '') : '';
  return { kind: mappingKinds[service] ?? 'kafka', values: mappingValues(output) };
};

const topic: Reader<'topic'> = async (aws, { topicArn }, functionArn) => {
  const sns = await aws.sns();
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn }));
  const own = Subscriptions.find(({ Endpoint }) => Endpoint === functionArn);
  const read = own?.SubscriptionArn
    ? await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: own.SubscriptionArn }))
    : undefined;
  return {
    kind: 'sns',
    values: {
      ...triggerDefaults,
      source: topicArn,
      filterPolicy: read?.Attributes?.['FilterPolicy'] ?? '',
      filterScope: read?.Attributes?.['FilterPolicyScope'] ?? triggerDefaults.filterScope,
    },
  };
};

const rule: Reader<'rule'> = async (aws, { bus, rule: name }, functionArn) => {
  const events = await aws.eventBridge();
  const [found, { Targets = [] }] = await Promise.all([
    events.send(new DescribeRuleCommand({ Name: name, EventBusName: bus })),
    events.send(new ListTargetsByRuleCommand({ Rule: name, EventBusName: bus })),
  ]);
  return {
    kind: 'eventbridge',
    values: {
      ...triggerDefaults,
      bus,
      ruleName: name,
      description: found.Description ?? '',
      ruleType: found.EventPattern ? 'pattern' : 'schedule',
      pattern: found.EventPattern ?? '',
      schedule: found.ScheduleExpression ?? '',
      enabled: tick(found.State !== 'DISABLED'),
      input: Targets.find(({ Arn }) => Arn === functionArn)?.Input ?? '',
    },
  };
};

const schedule: Reader<'schedule'> = async (aws, ref) => {
  const scheduler = await aws.scheduler();
  const found = await scheduler.send(new GetScheduleCommand({ Name: ref.schedule, GroupName: ref.group }));
  return {
    kind: 'schedule',
    values: {
      ...triggerDefaults,
      scheduleName: ref.schedule,
      scheduleGroup: ref.group,
      description: found.Description ?? '',
      schedule: found.ScheduleExpression ?? '',
      timeZone: found.ScheduleExpressionTimezone ?? 'UTC',
      flexibleMinutes: String(found.FlexibleTimeWindow?.MaximumWindowInMinutes ?? ''),
      role: found.Target?.RoleArn ?? '',
      input: found.Target?.Input ?? '',
      enabled: tick(found.State !== 'DISABLED'),
    },
  };
};

const bucket: Reader<'bucket'> = async (aws, ref) => {
  const s3 = await aws.s3();
  const output = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket: ref.bucket }));
  const own = output.LambdaFunctionConfigurations?.find(({ Id }) => Id === ref.notification);
  if (!own) return undefined;
  const filter = (name: string) =>
    own.Filter?.Key?.FilterRules?.find(({ Name }) => Name?.toLowerCase() === name)?.Value ?? '';
  return {
    kind: 's3',
    values: {
      ...triggerDefaults,
      source: ref.bucket,
      events: (own.Events ?? []).join('\n'),
      prefix: filter('prefix'),
      suffix: filter('suffix'),
    },
  };
};

const logFilter: Reader<'log-filter'> = async (aws, { group, filter }) => {
  const { subscriptionFilters = [] } = await aws.logs.send(
    new DescribeSubscriptionFiltersCommand({ logGroupName: group, filterNamePrefix: filter }),
  );
  const own = subscriptionFilters.find(({ filterName }) => filterName === filter);
  if (!own) return undefined;
  return {
    kind: 'logs',
    values: {
      ...triggerDefaults,
      source: group,
      logFilterName: filter,
      logFilterPattern: own.filterPattern ?? '',
    },
  };
};

function read(aws: Aws, ref: TriggerRef, functionArn: string): Promise<TriggerForm | undefined> {
  switch (ref.type) {
    case 'mapping':
      return mapping(aws, ref, functionArn);
    case 'topic':
      return topic(aws, ref, functionArn);
    case 'rule':
      return rule(aws, ref, functionArn);
    case 'schedule':
      return schedule(aws, ref, functionArn);
    case 'bucket':
      return bucket(aws, ref, functionArn);
    case 'log-filter':
      return logFilter(aws, ref, functionArn);
    case 'function-url':
    case 'statement':
      return Promise.resolve(undefined);
  }
}

/** A trigger for its edit page; `not-found` when it is gone or has no form. */
export async function getTrigger(
  place: Place,
  ref: TriggerRef,
  functionArn: string,
): Promise<Result<TriggerForm, ConsoleError>> {
  await requireUser('viewer');
  const operation = 'lambda:GetEventSourceMapping';
  try {
    const found = await read(await awsFor(place), ref, functionArn);
    if (found) return succeed(found);
    const message = 'This trigger is not there any more, or has no form of its own.';
    return refuse(consoleError('not-found', message, { operation }));
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}
