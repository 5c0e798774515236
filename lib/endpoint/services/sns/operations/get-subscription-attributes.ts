import type { GetSubscriptionAttributesInput, GetSubscriptionAttributesResponse } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { findSubscriptionOrThrow } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import { effectiveSubscriptionAttributes } from '../rules/subscription-attributes.ts';

export function getSubscriptionAttributes({
  repository,
}: SnsParts): Operation<Given<GetSubscriptionAttributesInput>, GetSubscriptionAttributesResponse> {
  return (input, context) => ({
    Attributes: effectiveSubscriptionAttributes(
      findSubscriptionOrThrow(repository, input.SubscriptionArn, context),
    ),
  });
}
