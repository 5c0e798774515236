import type { UnsubscribeInput } from '@aws-sdk/client-sns';
import { ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { findSubscriptionOrThrow } from '../names.ts';
import type { SnsParts } from '../parts.ts';

/** What is no longer there is no mistake. */
export function unsubscribe({ repository, commits }: SnsParts): Operation<Given<UnsubscribeInput>, object> {
  return async (input, context) => {
    try {
      await commits.run(() =>
        repository.deleteSubscription(findSubscriptionOrThrow(repository, input.SubscriptionArn, context)),
      );
    } catch (error) {
      if (!(error instanceof ServiceError) || error.status !== 404) throw error;
    }
    return {};
  };
}
