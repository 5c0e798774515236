import type { Subscription } from '@aws-sdk/client-sns';
import { subscriptionArn, topicArn } from './names.ts';
import type { SubscriptionRecord } from './records.ts';

/** A subscription in lists: one that waits for its confirmation has no ARN yet. */
export function toSubscription(subscription: SubscriptionRecord): Subscription {
  const { accountId, region, topic } = subscription;
  return {
    SubscriptionArn: subscription.isPending ? 'PendingConfirmation' : subscriptionArn(subscription),
    Owner: accountId,
    Protocol: subscription.protocol,
    Endpoint: subscription.endpoint,
    TopicArn: topicArn({ accountId, region, name: topic }),
  };
}

export function sentOutput(sent: { readonly messageId: string; readonly sequenceNumber?: string }) {
  return {
    MessageId: sent.messageId,
    ...(sent.sequenceNumber !== undefined && { SequenceNumber: sent.sequenceNumber }),
  };
}
