import type { ListSubscriptionsByTopicInput, ListSubscriptionsByTopicResponse } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { findTopicOrThrow } from '../names.ts';
import { toSubscription } from '../output.ts';
import type { SnsParts } from '../parts.ts';
import { pageSize, readPageToken, toPage } from '../rules/page-token.ts';

export function listSubscriptionsByTopic({
  repository,
}: SnsParts): Operation<Given<ListSubscriptionsByTopicInput>, ListSubscriptionsByTopicResponse> {
  return (input, context) => {
    const after = readPageToken(input.NextToken);
    const found = repository.pageOfTopicSubscriptions(
      findTopicOrThrow(repository, input.TopicArn, context),
      after,
      pageSize + 1,
    );
    const { page, ...next } = toPage(found, ({ id }) => id);
    return { Subscriptions: page.map(toSubscription), ...next };
  };
}
