import type { DeleteQueueRequest } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';

export function deleteQueue({
  repository,
  commits,
  arrivals,
}: SqsParts): Operation<Given<DeleteQueueRequest>, object> {
  return async (input, context) => {
    const id = await commits.run(() => {
      const queue = findQueueByUrl(repository, input.QueueUrl, context);
      repository.deleteQueue(queue.id);
      return queue.id;
    });
    arrivals.notify(id);
    return {};
  };
}
