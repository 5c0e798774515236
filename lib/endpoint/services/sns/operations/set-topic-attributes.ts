import type { SetTopicAttributesInput } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { findTopicOrThrow } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import { isFifoName } from '../records.ts';
import { assertTopicAttribute } from '../rules/topic-attributes.ts';

export function setTopicAttributes({
  repository,
  commits,
}: SnsParts): Operation<Given<SetTopicAttributesInput>, object> {
  return async (input, context) => {
    const { AttributeName: name, AttributeValue: value = '' } = input;
    await commits.run(() => {
      const topic = findTopicOrThrow(repository, input.TopicArn, context);
      if (name === 'FifoTopic') throw invalidParameter('AttributeName');
      assertTopicAttribute(name, value, isFifoName(topic.name));
      repository.putTopic({ ...topic, attributes: { ...topic.attributes, [name]: value } });
    });
    return {};
  };
}
