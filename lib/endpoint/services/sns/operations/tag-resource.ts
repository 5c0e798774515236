import type { TagResourceRequest } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { findTaggedTopic } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import { assertTags, readTags } from '../rules/tags.ts';

export function tagResource({ repository, commits }: SnsParts): Operation<Given<TagResourceRequest>, object> {
  return async (input, context) => {
    const given = readTags(input.Tags);
    await commits.run(() => {
      const topic = findTaggedTopic(repository, input.ResourceArn, context);
      const tags = { ...topic.tags, ...given };
      assertTags(tags);
      repository.putTopic({ ...topic, tags });
    });
    return {};
  };
}
