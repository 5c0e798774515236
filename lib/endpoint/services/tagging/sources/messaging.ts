import type { ListEventBusesResponse, ListRulesResponse } from '@aws-sdk/client-eventbridge';
import type { ListScheduleGroupsOutput } from '@aws-sdk/client-scheduler';
import type { ListTopicsResponse } from '@aws-sdk/client-sns';
import type { GetQueueUrlResult, ListQueuesResult, ListQueueTagsResult } from '@aws-sdk/client-sqs';
import { parseArn, partitionOf } from '../../../../shared/arn.ts';
import { pairCalls, startsWith, type Call, type TagSource } from './source.ts';

async function queueUrl(call: Call, arn: string): Promise<string | undefined> {
  const { resource: QueueName, account: QueueOwnerAWSAccountId } = parseArn(arn) ?? {};
  const { QueueUrl } = await call<GetQueueUrlResult>('GetQueueUrl', { QueueName, QueueOwnerAWSAccountId });
  return QueueUrl;
}

const queues: TagSource = {
  type: 'sqs:queue',
  service: 'sqs',
  holds: () => true,
  async list(call, { accountId, region }, NextToken) {
    const found = await call<ListQueuesResult>('ListQueues', { NextToken, MaxResults: 100 });
    const prefix = `arn:${partitionOf(region)}:sqs:${region}:${accountId}:`;
    const names = (found.QueueUrls ?? []).map((url) => url.slice(url.lastIndexOf('/') + 1));
    return { arns: names.map((name) => prefix + name), next: found.NextToken };
  },
  async read(call, arn) {
    const QueueUrl = await queueUrl(call, arn);
    const { Tags = {} } = await call<ListQueueTagsResult>('ListQueueTags', { QueueUrl });
    return Tags;
  },
  async add(call, arn, Tags) {
    await call('TagQueue', { QueueUrl: await queueUrl(call, arn), Tags });
  },
  async remove(call, arn, TagKeys) {
    await call('UntagQueue', { QueueUrl: await queueUrl(call, arn), TagKeys });
  },
};

const topics: TagSource = {
  ...pairCalls,
  type: 'sns:topic',
  service: 'sns',
  // A subscription bears no tags.
  holds: (resource) => !resource.includes(':'),
  async list(call, _, NextToken) {
    const found = await call<ListTopicsResponse>('ListTopics', { NextToken });
    return { arns: (found.Topics ?? []).flatMap(({ TopicArn = [] }) => TopicArn), next: found.NextToken };
  },
};

const buses: TagSource = {
  ...pairCalls,
  type: 'events:event-bus',
  service: 'events',
  holds: startsWith('event-bus/'),
  async list(call, _, NextToken) {
    const found = await call<ListEventBusesResponse>('ListEventBuses', { NextToken });
    return { arns: (found.EventBuses ?? []).flatMap(({ Arn = [] }) => Arn), next: found.NextToken };
  },
};

/** Bus by bus: where the list of buses, and that of this bus's rules, go on. */
interface RulesToken {
  readonly bus?: string | undefined;
  readonly rules?: string | undefined;
}

const rules: TagSource = {
  ...pairCalls,
  type: 'events:rule',
  service: 'events',
  holds: startsWith('rule/'),
  async list(call, _, token) {
    const from = token === undefined ? {} : (JSON.parse(token) as RulesToken);
    const found = await call<ListEventBusesResponse>('ListEventBuses', { NextToken: from.bus, Limit: 1 });
    const EventBusName = found.EventBuses?.[0]?.Name;
    if (EventBusName === undefined) return { arns: [] };
    const page = await call<ListRulesResponse>('ListRules', { EventBusName, NextToken: from.rules });
    const arns = (page.Rules ?? []).flatMap(({ Arn = [] }) => Arn);
    if (page.NextToken !== undefined)
      return { arns, next: JSON.stringify({ bus: from.bus, rules: page.NextToken }) };
    return { arns, next: found.NextToken && JSON.stringify({ bus: found.NextToken }) };
  },
};

const scheduleGroups: TagSource = {
  ...pairCalls,
  type: 'scheduler:schedule-group',
  service: 'scheduler',
  holds: startsWith('schedule-group/'),
  async list(call, _, NextToken) {
    const found = await call<ListScheduleGroupsOutput>('ListScheduleGroups', { NextToken });
    return { arns: (found.ScheduleGroups ?? []).flatMap(({ Arn = [] }) => Arn), next: found.NextToken };
  },
};

/** What hands events on. */
export const messagingSources: readonly TagSource[] = [queues, topics, buses, rules, scheduleGroups];
