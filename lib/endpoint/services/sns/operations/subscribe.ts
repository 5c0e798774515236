import { randomBytes, randomUUID } from 'node:crypto';
import type { SubscribeInput, SubscribeResponse } from '@aws-sdk/client-sns';
import { ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { findTopicOrThrow, subscriptionArn } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import { isFifoName, type SubscriptionRecord } from '../records.ts';
import { assertSubscriptionAttributes, checkEndpoint } from '../rules/subscription-attributes.ts';

/** Each message reads every subscription of its topic. */
const subscriptionsMax = 1000;

export function subscribe({
  repository,
  commits,
}: SnsParts): Operation<Given<SubscribeInput>, SubscribeResponse> {
  return async (input, context) => {
    const { Protocol: protocol, Endpoint: endpoint = '' } = input;
    const { isPending } = checkEndpoint(protocol, endpoint, input.TopicArn);
    const attributes = Object.fromEntries(
      Object.entries(input.Attributes ?? {}).filter(([, value]) => value !== ''),
    );
    assertSubscriptionAttributes(attributes, protocol, 'subscribe', isFifoName(input.TopicArn));
    const subscription = await commits.run(() => {
      const topic = findTopicOrThrow(repository, input.TopicArn, context);
      const existing = repository.findSubscriptionTo(topic, protocol, endpoint);
      if (existing) {
        assertSame(existing, attributes);
        return existing;
      }
      const { confirmed, pending } = repository.countSubscriptions(topic);
      if (confirmed + pending >= subscriptionsMax) {
        throw new ServiceError(
          'SubscriptionLimitExceededException',
          403,
          `This endpoint takes ${subscriptionsMax} subscriptions to a topic.`,
        );
      }
      const made: SubscriptionRecord = {
        accountId: topic.accountId,
        region: topic.region,
        topic: topic.name,
        id: randomUUID(),
        protocol,
        endpoint,
        attributes,
        isPending,
        token: randomBytes(96).toString('hex'),
      };
      repository.putSubscription(made);
      return made;
    });
    const isShown = !subscription.isPending || input.ReturnSubscriptionArn === true;
    return { SubscriptionArn: isShown ? subscriptionArn(subscription) : 'pending confirmation' };
  };
}

/** Subscribing again answers the subscription there is. */
function assertSame(existing: SubscriptionRecord, given: Readonly<Record<string, string>>): void {
  const differs = Object.entries(given).some(([name, value]) => existing.attributes[name] !== value);
  if (differs)
    throw invalidParameter('Attributes Reason: Subscription already exists with different attributes');
}
