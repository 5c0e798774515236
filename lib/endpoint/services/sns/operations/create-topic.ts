import type { CreateTopicInput, CreateTopicResponse } from '@aws-sdk/client-sns';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { topicArn } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import type { TopicRecord } from '../records.ts';
import { assertTags, readTags } from '../rules/tags.ts';
import {
  assertTopicAttribute,
  assertTopicName,
  effectiveTopicAttributes,
} from '../rules/topic-attributes.ts';

export function createTopic({
  repository,
  commits,
}: SnsParts): Operation<Given<CreateTopicInput>, CreateTopicResponse> {
  return async (input, { accountId, region }) => {
    if (input.DataProtectionPolicy !== undefined) throw notImplemented('A data protection policy');
    const given = input.Attributes ?? {};
    const isFifo = given.FifoTopic === 'true';
    assertTopicName(input.Name, isFifo);
    for (const [name, value] of Object.entries(given)) assertTopicAttribute(name, value, isFifo);
    const tags = readTags(input.Tags);
    assertTags(tags);
    // A standard topic does not show what it is not.
    const attributes = Object.fromEntries(
      Object.entries(given).filter(([name, value]) => name !== 'FifoTopic' || value === 'true'),
    );
    const topic: TopicRecord = { accountId, region, name: input.Name, attributes, tags, sequence: 0 };
    await commits.run(() => {
      const existing = repository.findTopic(topic);
      if (existing) assertSame(existing, topic, input.Tags !== undefined);
      else repository.putTopic(topic);
    });
    return { TopicArn: topicArn(topic) };
  };
}

/** Creating what exists is a success when nothing in the request differs from it. */
function assertSame(existing: TopicRecord, asked: TopicRecord, hasTags: boolean): void {
  const current = effectiveTopicAttributes(existing);
  if (Object.entries(asked.attributes).some(([name, value]) => current[name] !== value))
    throw invalidParameter('Attributes Reason: Topic already exists with different attributes');
  const differs =
    Object.keys(asked.tags).length !== Object.keys(existing.tags).length ||
    Object.entries(asked.tags).some(([key, value]) => existing.tags[key] !== value);
  if (hasTags && differs) throw invalidParameter('Tags Reason: Topic already exists with different tags');
}
