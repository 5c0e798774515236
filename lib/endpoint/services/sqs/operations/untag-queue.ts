import type { UntagQueueRequest } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';

export function untagQueue({ repository, commits }: SqsParts): Operation<Given<UntagQueueRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const queue = findQueueByUrl(repository, input.QueueUrl, context);
      const gone = new Set(input.TagKeys);
      const tags = Object.fromEntries(Object.entries(queue.tags).filter(([key]) => !gone.has(key)));
      repository.updateQueue({ ...queue, tags });
    });
    return {};
  };
}
