import type { ConfirmSubscriptionInput, ConfirmSubscriptionResponse } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { findTopicOrThrow } from '../names.ts';
import type { SnsParts } from '../parts.ts';

/** No confirmation leaves this endpoint, so no token can come back: each is answered as a wrong one. */
export function confirmSubscription({
  repository,
}: SnsParts): Operation<Given<ConfirmSubscriptionInput>, ConfirmSubscriptionResponse> {
  return (input, context) => {
    findTopicOrThrow(repository, input.TopicArn, context);
    throw invalidParameter('Token');
  };
}
