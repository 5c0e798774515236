import type { DeleteMessageRequest } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { deleteReceived } from '../deleting.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';

export function deleteMessage(parts: SqsParts): Operation<Given<DeleteMessageRequest>, object> {
  return async (input, context) => {
    const queue = findQueueByUrl(parts.repository, input.QueueUrl, context);
    await parts.commits.run(() => deleteReceived(parts, queue, input.ReceiptHandle));
    parts.arrivals.notify(queue.id);
    return {};
  };
}
