import type { GetTopicAttributesInput, GetTopicAttributesResponse } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { findTopicOrThrow } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import { effectiveTopicAttributes } from '../rules/topic-attributes.ts';

export function getTopicAttributes({
  repository,
}: SnsParts): Operation<Given<GetTopicAttributesInput>, GetTopicAttributesResponse> {
  return (input, context) => {
    const topic = findTopicOrThrow(repository, input.TopicArn, context);
    const { confirmed, pending } = repository.countSubscriptions(topic);
    return {
      Attributes: {
        ...effectiveTopicAttributes(topic),
        SubscriptionsConfirmed: String(confirmed),
        SubscriptionsPending: String(pending),
        SubscriptionsDeleted: '0',
      },
    };
  };
}
