import 'server-only';
import { GetApisCommand } from '@aws-sdk/client-apigatewayv2';
import {
  DescribeLogGroupsCommand,
  DescribeSubscriptionFiltersCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { ListScheduleGroupsCommand } from '@aws-sdk/client-scheduler';
import { ListTopicsCommand } from '@aws-sdk/client-sns';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { requireUser } from '@/lib/auth/guard';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { TriggerKind } from '@/lib/domain/trigger-kinds';
import type { Place } from '@/lib/routes';
import { partitionOf } from '@/lib/shared/arn';

/** One thing a form offers: `value` is sent, `label` is read. */
export interface SourceChoice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

export interface TriggerSources {
  /** Empty where this console cannot list the service, or was refused. */
  readonly choices: readonly SourceChoice[];
  /** Why they could not be listed; undefined also where nobody lists them. */
  readonly refused: ConsoleError | undefined;
  /** False for services that the console has no client for. */
  readonly isListable: boolean;
}

/** Pages asked for; a source past them is pasted. */
const pagesMax = 10;

/** Goes through the pages of a list. */
export async function allPages<T>(
  page: (token: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next?: string }>,
): Promise<T[]> {
  const all: T[] = [];
  let token: string | undefined;
  for (let count = 0; count < pagesMax; count += 1) {
    const { items, next } = await page(token);
    all.push(...items);
    token = next;
    if (!token) break;
  }
  return all;
}

const named = (value: string | undefined, label = value): SourceChoice[] =>
  value ? [{ value, label: label ?? value }] : [];

type Lister = (aws: Aws) => Promise<readonly SourceChoice[]>;

const listers: Partial<Record<TriggerKind, { readonly operation: string; readonly list: Lister }>> = {
  sqs: {
    operation: 'sqs:ListQueues',
    list: async (aws) => {
      const sqs = await aws.sqs();
      return allPages(async (NextToken) => {
        const output = await sqs.send(new ListQueuesCommand({ MaxResults: 1000, NextToken }));
        const items = (output.QueueUrls ?? []).flatMap((url) => {
          const [name = '', account = ''] = url.split('/').reverse();
          return named(`arn:${partitionOf(aws.region)}:sqs:${aws.region}:${account}:${name}`, name);
        });
        return { items, next: output.NextToken };
      });
    },
  },
  sns: {
    operation: 'sns:ListTopics',
    list: async (aws) => {
      const sns = await aws.sns();
      return allPages(async (NextToken) => {
        const output = await sns.send(new ListTopicsCommand({ NextToken }));
        const items = (output.Topics ?? []).flatMap(({ TopicArn }) =>
          // Lambda cannot subscribe to an ordered topic.
          TopicArn?.endsWith('.fifo') ? [] : named(TopicArn, TopicArn?.split(':').at(-1)),
        );
        return { items, next: output.NextToken };
      });
    },
  },
  eventbridge: {
    operation: 'events:ListRules',
    list: async (aws) => {
      const events = await aws.eventBridge();
      return allPages(async (NextToken) => {
        const output = await events.send(new ListRulesCommand({ NextToken }));
        return { items: (output.Rules ?? []).flatMap(({ Name }) => named(Name)), next: output.NextToken };
      });
    },
  },
  schedule: {
    operation: 'scheduler:ListScheduleGroups',
    list: async (aws) => {
      const scheduler = await aws.scheduler();
      const output = await scheduler.send(new ListScheduleGroupsCommand({ MaxResults: 100 }));
      return (output.ScheduleGroups ?? []).flatMap(({ Name }) => named(Name));
    },
  },
  s3: {
    operation: 's3:ListAllMyBuckets',
    list: async (aws) => {
      const output = await (await aws.s3()).send(new ListBucketsCommand({}));
      return (output.Buckets ?? []).flatMap(({ Name }) => named(Name));
    },
  },
  api: {
    operation: 'apigatewayv2:GetApis',
    list: async (aws) => {
      const api = await aws.apiGatewayV2();
      return allPages(async (NextToken) => {
        const output = await api.send(new GetApisCommand({ NextToken, MaxResults: '100' }));
        const items = (output.Items ?? []).flatMap(({ ApiId, Name, ProtocolType }) =>
          ProtocolType === 'HTTP' ? named(ApiId, `${Name} (${ApiId})`) : [],
        );
        return { items, next: output.NextToken };
      });
    },
  },
  logs: {
    operation: 'logs:DescribeSubscriptionFilters',
    list: async (aws) => {
      const groups = await allPages(async (nextToken) => {
        const output = await aws.logs.send(new DescribeLogGroupsCommand({ limit: 50, nextToken }));
        return {
          items: (output.logGroups ?? []).flatMap(({ logGroupName }) => named(logGroupName)),
          next: output.nextToken,
        };
      });
      // An endpoint may keep logs and still not hand them on: asked here, before anyone fills in the form.
      const [first] = groups;
      if (first) {
        await aws.logs.send(new DescribeSubscriptionFiltersCommand({ logGroupName: first.value, limit: 1 }));
      }
      return groups;
    },
  },
};

/** Things of one kind that can invoke a function, by name. A refusal is said in the form, before it is filled in. */
export async function listTriggerSources(place: Place, kind: TriggerKind): Promise<TriggerSources> {
  await requireUser('viewer');
  const lister = listers[kind];
  if (!lister) return { choices: [], refused: undefined, isListable: false };
  try {
    const choices = [...(await lister.list(await awsFor(place)))];
    choices.sort((a, b) => a.label.localeCompare(b.label));
    return { choices, refused: undefined, isListable: true };
  } catch (error) {
    return {
      choices: [],
      refused: toConsoleError(error, { operation: lister.operation }),
      isListable: true,
    };
  }
}
