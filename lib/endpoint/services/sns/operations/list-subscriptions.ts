import type { ListSubscriptionsInput, ListSubscriptionsResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../service.ts';
import { toSubscription } from '../output.ts';
import type { SnsParts } from '../parts.ts';
import { pageSize, readPageToken, toPage } from '../rules/page-token.ts';

export function listSubscriptions({
  repository,
}: SnsParts): Operation<ListSubscriptionsInput, ListSubscriptionsResponse> {
  return (input, context) => {
    const after = readPageToken(input.NextToken);
    const found = repository.pageOfSubscriptions(context, after, pageSize + 1);
    const { page, ...next } = toPage(found, ({ id }) => id);
    return { Subscriptions: page.map(toSubscription), ...next };
  };
}
