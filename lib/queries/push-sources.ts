import 'server-only';
import { DescribeSubscriptionFiltersCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeRuleCommand } from '@aws-sdk/client-eventbridge';
import { GetBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3';
import { ListSchedulesCommand } from '@aws-sdk/client-scheduler';
import type { Aws } from '@/lib/aws/clients';
import { resourceName } from '@/lib/domain/connected-service';
import type { PolicyGrant } from '@/lib/domain/function-graph';
import type { PushSources } from '@/lib/domain/push-sources';
import { ruleOfArn } from '@/lib/domain/trigger-ref';

/** A policy that names more things of one service than this shows the others as the policy does. */
const askedMax = 20;
const schedulePagesMax = 3;

const goneNames = ['ResourceNotFoundException', 'NoSuchBucket', 'NotFoundException'];

interface Reading<T> {
  readonly found: readonly T[];
  readonly missing: readonly string[];
}

/**
 * Asks about each source by itself. What is gone is said; what cannot be asked, for want of a permission or of the
 * whole service, stays as the policy tells it.
 */
async function each<T>(
  arns: readonly string[],
  question: (arn: string) => Promise<readonly T[]>,
): Promise<Reading<T>> {
  const answers = await Promise.all(
    arns.slice(0, askedMax).map(async (arn) => {
      try {
        const found = await question(arn);
        return { found, missing: found.length === 0 ? [arn] : [] };
      } catch (error) {
        return { found: [], missing: goneNames.includes((error as Error).name) ? [arn] : [] };
      }
    }),
  );
  return {
    found: answers.flatMap(({ found }) => found),
    missing: answers.flatMap(({ missing }) => missing),
  };
}

async function ruleFacts(aws: Aws, arn: string): Promise<PushSources['rules']> {
  const name = ruleOfArn(arn);
  if (!name) return [];
  const events = await aws.eventBridge();
  const rule = await events.send(new DescribeRuleCommand({ Name: name.rule, EventBusName: name.bus }));
  const when = rule.ScheduleExpression || rule.EventPattern || '';
  return [{ ...name, isEnabled: rule.State !== 'DISABLED', when }];
}

async function notifications(
  aws: Aws,
  arn: string,
  functionArn: string,
): Promise<PushSources['notifications']> {
  const bucket = resourceName(arn);
  const s3 = await aws.s3();
  const output = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket: bucket }));
  const own = (output.LambdaFunctionConfigurations ?? []).filter(
    ({ LambdaFunctionArn }) => LambdaFunctionArn === functionArn,
  );
  return own.map(({ Id = '', Events = [], Filter }) => {
    const rule = (name: string) =>
      Filter?.Key?.FilterRules?.find(({ Name }) => Name?.toLowerCase() === name)?.Value ?? '';
    return { bucket, notification: Id, events: Events, prefix: rule('prefix'), suffix: rule('suffix') };
  });
}

async function logFilters(aws: Aws, arn: string, functionArn: string): Promise<PushSources['logFilters']> {
  const group = resourceName(arn);
  const output = await aws.logs.send(new DescribeSubscriptionFiltersCommand({ logGroupName: group }));
  return (output.subscriptionFilters ?? [])
    .filter(({ destinationArn }) => destinationArn === functionArn)
    .map(({ filterName = '', filterPattern = '' }) => ({
      group,
      filter: filterName,
      pattern: filterPattern,
    }));
}

async function schedules(aws: Aws, functionArn: string): Promise<PushSources['schedules']> {
  const found: PushSources['schedules'][number][] = [];
  try {
    const scheduler = await aws.scheduler();
    let token: string | undefined;
    for (let page = 0; page < schedulePagesMax; page += 1) {
      const output = await scheduler.send(new ListSchedulesCommand({ MaxResults: 100, NextToken: token }));
      for (const { Name = '', GroupName = 'default', Arn, State, Target } of output.Schedules ?? []) {
        if (Target?.Arn !== functionArn) continue;
        found.push({ group: GroupName, schedule: Name, arn: Arn, isEnabled: State !== 'DISABLED' });
      }
      token = output.NextToken;
      if (!token) break;
    }
  } catch {
    // Not offered, or not allowed: nothing in the policy tells of schedules, so there is nothing to show.
  }
  return found;
}

/** Asks the services that a policy lets in for their side of it. Never rejects. */
export async function readPushSources(
  aws: Aws,
  grants: readonly PolicyGrant[],
  functionArn: string,
): Promise<PushSources> {
  const arnsOf = (service: string) => [
    ...new Set(
      grants.flatMap(({ principal, sourceArn }) =>
        principal.startsWith(`${service}.`) && sourceArn ? [sourceArn] : [],
      ),
    ),
  ];
  const [rules, buckets, groups, found] = await Promise.all([
    each(arnsOf('events').filter(ruleOfArn), (arn) => ruleFacts(aws, arn)),
    each(arnsOf('s3'), (arn) => notifications(aws, arn, functionArn)),
    each(arnsOf('logs'), (arn) => logFilters(aws, arn, functionArn)),
    schedules(aws, functionArn),
  ]);
  return {
    rules: rules.found,
    schedules: found,
    notifications: buckets.found,
    logFilters: groups.found,
    missing: [...rules.missing, ...buckets.missing, ...groups.missing],
  };
}
