import type { PurgeQueueRequest } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { purgeInProgress } from '../errors.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';

const purgeEveryMs = 60_000;

export function purgeQueue({
  repository,
  commits,
  clock,
  arrivals,
}: SqsParts): Operation<Given<PurgeQueueRequest>, object> {
  return async (input, context) => {
    const id = await commits.run(() => {
      const queue = findQueueByUrl(repository, input.QueueUrl, context);
      const nowMs = clock.now();
      if (nowMs - queue.purgedMs < purgeEveryMs) throw purgeInProgress(queue.name);
      repository.deleteMessages(queue.id);
      repository.forgetSentOf(queue.id);
      repository.updateQueue({ ...queue, purgedMs: nowMs });
      return queue.id;
    });
    arrivals.notify(id);
    return {};
  };
}
