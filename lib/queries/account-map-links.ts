import 'server-only';
import { GetApisCommand, GetIntegrationsCommand } from '@aws-sdk/client-apigatewayv2';
import { ListRulesCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import {
  ListEventSourceMappingsCommand,
  ListFunctionEventInvokeConfigsCommand,
} from '@aws-sdk/client-lambda';
import { GetBucketNotificationConfigurationCommand, ListBucketsCommand } from '@aws-sdk/client-s3';
import { ListSchedulesCommand } from '@aws-sdk/client-scheduler';
import { ListSubscriptionsCommand } from '@aws-sdk/client-sns';
import type { Aws } from '@/lib/aws/clients';
import type { MapLink } from '@/lib/domain/account-map';
import type { FunctionRow } from '@/lib/domain/function-list';
import { allPages } from '@/lib/queries/trigger-sources';
import { partitionOf } from '@/lib/shared/arn';

export type MapQuestion = 'mappings' | 'topics' | 'rules' | 'schedules' | 'buckets' | 'apis' | 'destinations';

interface Question {
  readonly id: MapQuestion;
  readonly operation: string;
  readonly ask: (aws: Aws, rows: readonly FunctionRow[]) => Promise<readonly MapLink[]>;
}

/** Things that have to be asked one by one: how many, and how many at a time. */
export const askedMax = 100;
const askedAtOnce = 6;

/** Asks about each of the first ones, a few at a time; the first refusal ends it. */
async function each<T>(
  items: readonly T[],
  question: (item: T) => Promise<readonly MapLink[]>,
): Promise<readonly MapLink[]> {
  const waiting = items.slice(0, askedMax);
  const found: MapLink[] = [];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      found.push(...(await question(item)));
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, work));
  return found;
}

const isFunction = (arn: string | undefined): arn is string =>
  arn !== undefined && /^arn:[^:]+:lambda:/.test(arn);
const trigger = (functionArn: string, otherArn: string, isPaused = false): MapLink => ({
  functionArn,
  otherArn,
  flow: 'trigger',
  isPaused,
});

/** What is asked about a whole place, each question by itself: one that is refused leaves the others standing. */
export const mapQuestions: readonly Question[] = [
  {
    id: 'mappings',
    operation: 'lambda:ListEventSourceMappings',
    ask: async ({ lambda }) => {
      const mappings = await allPages(async (Marker) => {
        const output = await lambda.send(new ListEventSourceMappingsCommand({ Marker, MaxItems: 100 }));
        return { items: output.EventSourceMappings ?? [], next: output.NextMarker };
      });
      return mappings.flatMap(({ FunctionArn = '', EventSourceArn, State, Topics, DestinationConfig }) => {
        const source = EventSourceArn ?? `kafka://${Topics?.[0] ?? ''}`;
        const failed = DestinationConfig?.OnFailure?.Destination;
        const link = trigger(FunctionArn, source, /^Disabl/.test(State ?? ''));
        const reject = { functionArn: FunctionArn, flow: 'reject', isPaused: false } as const;
        return failed ? [link, { ...reject, otherArn: failed }] : [link];
      });
    },
  },
  {
    id: 'topics',
    operation: 'sns:ListSubscriptions',
    ask: async (aws) => {
      const sns = await aws.sns();
      const found = await allPages(async (NextToken) => {
        const output = await sns.send(new ListSubscriptionsCommand({ NextToken }));
        return { items: output.Subscriptions ?? [], next: output.NextToken };
      });
      return found.flatMap(({ Endpoint, TopicArn }) =>
        isFunction(Endpoint) && TopicArn ? [trigger(Endpoint, TopicArn)] : [],
      );
    },
  },
  {
    id: 'rules',
    operation: 'events:ListRules',
    ask: async (aws) => {
      const events = await aws.eventBridge();
      const rules = await allPages(async (NextToken) => {
        const output = await events.send(new ListRulesCommand({ NextToken }));
        return { items: output.Rules ?? [], next: output.NextToken };
      });
      return each(rules, async ({ Name, Arn = '', State }) => {
        const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: Name }));
        return Targets.flatMap((target) =>
          isFunction(target.Arn) ? [trigger(target.Arn, Arn, State === 'DISABLED')] : [],
        );
      });
    },
  },
  {
    id: 'schedules',
    operation: 'scheduler:ListSchedules',
    ask: async (aws) => {
      const scheduler = await aws.scheduler();
      const found = await allPages(async (NextToken) => {
        const output = await scheduler.send(new ListSchedulesCommand({ MaxResults: 100, NextToken }));
        return { items: output.Schedules ?? [], next: output.NextToken };
      });
      return found.flatMap(({ Target, Arn, State }) =>
        isFunction(Target?.Arn) && Arn ? [trigger(Target.Arn, Arn, State === 'DISABLED')] : [],
      );
    },
  },
  {
    id: 'buckets',
    operation: 's3:GetBucketNotification',
    ask: async (aws) => {
      const s3 = await aws.s3();
      const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
      return each(Buckets, async ({ Name: bucket = '', BucketRegion }) => {
        // Buckets of other Regions cannot call a function here.
        if (BucketRegion !== undefined && BucketRegion !== aws.region) return [];
        const output = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket: bucket }));
        return (output.LambdaFunctionConfigurations ?? []).flatMap(({ LambdaFunctionArn }) =>
          isFunction(LambdaFunctionArn)
            ? [trigger(LambdaFunctionArn, `arn:${partitionOf(aws.region)}:s3:::${bucket}`)]
            : [],
        );
      });
    },
  },
  {
    id: 'apis',
    operation: 'apigateway:GetApis',
    ask: async (aws) => {
      const gateway = await aws.apiGatewayV2();
      const apis = await allPages(async (NextToken) => {
        const output = await gateway.send(new GetApisCommand({ NextToken }));
        return { items: output.Items ?? [], next: output.NextToken };
      });
      return each(apis, async ({ ApiId = '' }) => {
        const { Items = [] } = await gateway.send(new GetIntegrationsCommand({ ApiId, MaxResults: '100' }));
        const source = `arn:${partitionOf(aws.region)}:execute-api:${aws.region}::${ApiId}`;
        return Items.flatMap(({ IntegrationUri }) => {
          // A WebSocket API wraps the function's ARN into one of API Gateway's.
          const uri = /arn:[^:]+:lambda:[^/]+/.exec(IntegrationUri?.split('/functions/').at(-1) ?? '')?.[0];
          return isFunction(uri) ? [trigger(uri, source)] : [];
        });
      });
    },
  },
  {
    id: 'destinations',
    operation: 'lambda:ListFunctionEventInvokeConfigs',
    ask: async ({ lambda }, rows) =>
      each(rows, async ({ arn, name }) => {
        const { FunctionEventInvokeConfigs = [] } = await lambda.send(
          new ListFunctionEventInvokeConfigsCommand({ FunctionName: name }),
        );
        return FunctionEventInvokeConfigs.flatMap(({ DestinationConfig }): MapLink[] => {
          const to = (otherArn: string | undefined, flow: 'success' | 'failure'): MapLink[] =>
            otherArn ? [{ functionArn: arn, otherArn, flow, isPaused: false }] : [];
          return [
            ...to(DestinationConfig?.OnSuccess?.Destination, 'success'),
            ...to(DestinationConfig?.OnFailure?.Destination, 'failure'),
          ];
        });
      }),
  },
];
