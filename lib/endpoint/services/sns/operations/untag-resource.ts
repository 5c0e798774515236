import type { UntagResourceRequest } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { findTaggedTopic } from '../names.ts';
import type { SnsParts } from '../parts.ts';

export function untagResource({
  repository,
  commits,
}: SnsParts): Operation<Given<UntagResourceRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const topic = findTaggedTopic(repository, input.ResourceArn, context);
      const left = Object.entries(topic.tags).filter(([key]) => !input.TagKeys.includes(key));
      repository.putTopic({ ...topic, tags: Object.fromEntries(left) });
    });
    return {};
  };
}
