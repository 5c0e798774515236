import type { TagQueueRequest } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';
import { assertTags } from '../rules/tags.ts';

export function tagQueue({ repository, commits }: SqsParts): Operation<Given<TagQueueRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const queue = findQueueByUrl(repository, input.QueueUrl, context);
      const tags = { ...queue.tags, ...input.Tags };
      assertTags(tags);
      repository.updateQueue({ ...queue, tags });
    });
    return {};
  };
}
