import 'server-only';
import {
  ListSubscriptionsByTopicCommand,
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import { forgetCaller, withCaller, type TriggerTarget } from './target';

/** A topic with more subscriptions than this is not searched to its end. */
const subscriptionPagesMax = 20;

/** Subscribes the function to a topic and lets the topic in. */
export async function connectTopic(target: TriggerTarget, values: TriggerValues): Promise<void> {
  const sns = await target.aws.sns();
  const topicArn = values.source.trim();
  const policy = values.filterPolicy.trim();
  await withCaller(target, { principal: 'sns.amazonaws.com', sourceArn: topicArn }, () =>
    sns.send(
      new SubscribeCommand({
        TopicArn: topicArn,
        Protocol: 'lambda',
        Endpoint: target.arn,
        ReturnSubscriptionArn: true,
        ...(policy && { Attributes: { FilterPolicy: policy, FilterPolicyScope: values.filterScope } }),
      }),
    ),
  );
}

/** ARN of the function's subscription to a topic. */
export async function findSubscription(target: TriggerTarget, topicArn: string): Promise<string | undefined> {
  const sns = await target.aws.sns();
  let token: string | undefined;
  for (let page = 0; page < subscriptionPagesMax; page += 1) {
    const output = await sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken: token }),
    );
    const found = output.Subscriptions?.find(({ Endpoint }) => Endpoint === target.arn);
    if (found) return found.SubscriptionArn;
    token = output.NextToken;
    if (!token) break;
  }
  return undefined;
}

/** Filters anew what the topic hands on. An empty policy takes the filter away. */
export async function changeTopic(target: TriggerTarget, topicArn: string, values: TriggerValues) {
  const sns = await target.aws.sns();
  const subscription = await findSubscription(target, topicArn);
  if (subscription === undefined) {
    await connectTopic(target, { ...values, source: topicArn });
    return;
  }
  const set = (AttributeName: string, AttributeValue: string) =>
    sns.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn: subscription,
        AttributeName,
        AttributeValue,
      }),
    );
  const policy = values.filterPolicy.trim();
  if (policy !== '') await set('FilterPolicyScope', values.filterScope);
  await set('FilterPolicy', policy === '' ? '{}' : policy);
}

/** Ends the subscription and takes the permission away. A topic that is gone leaves only the permission. */
export async function disconnectTopic(target: TriggerTarget, topicArn: string): Promise<void> {
  const sns = await target.aws.sns();
  try {
    const subscription = await findSubscription(target, topicArn);
    if (subscription) await sns.send(new UnsubscribeCommand({ SubscriptionArn: subscription }));
  } catch (error) {
    if ((error as Error).name !== 'NotFoundException') throw error;
  }
  await forgetCaller(target, (sourceArn) => sourceArn === topicArn);
}
