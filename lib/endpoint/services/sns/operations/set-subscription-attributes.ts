import type { SetSubscriptionAttributesInput } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { findSubscriptionOrThrow } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import { isFifoName } from '../records.ts';
import { assertSubscriptionAttributes } from '../rules/subscription-attributes.ts';

const clearable = new Set(['FilterPolicy', 'RedrivePolicy', 'DeliveryPolicy']);

/** The empty text takes a policy away. */
export function setSubscriptionAttributes({
  repository,
  commits,
}: SnsParts): Operation<Given<SetSubscriptionAttributesInput>, object> {
  return async (input, context) => {
    const { AttributeName: name, AttributeValue: value = '' } = input;
    await commits.run(() => {
      const subscription = findSubscriptionOrThrow(repository, input.SubscriptionArn, context);
      const { [name]: _before, ...others } = subscription.attributes;
      const attributes = value === '' ? others : { ...others, [name]: value };
      if (value === '' && !clearable.has(name)) {
        throw invalidParameter(
          name === 'RawMessageDelivery'
            ? 'RawMessageDelivery: Invalid value []. Must be true or false.'
            : 'AttributeName',
        );
      }
      assertSubscriptionAttributes(attributes, subscription.protocol, 'set', isFifoName(subscription.topic));
      repository.putSubscription({ ...subscription, attributes });
    });
    return {};
  };
}
