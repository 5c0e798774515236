import type { DeleteMessageBatchRequest, DeleteMessageBatchResult } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { deleteReceived } from '../deleting.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';
import { assertBatch, runBatch } from '../rules/batch.ts';

export function deleteMessageBatch(
  parts: SqsParts,
): Operation<Given<DeleteMessageBatchRequest>, DeleteMessageBatchResult> {
  return async (input, context) => {
    const queue = findQueueByUrl(parts.repository, input.QueueUrl, context);
    assertBatch(input.Entries, 'DeleteMessageBatchRequestEntry');
    const result = await parts.commits.run(() =>
      runBatch(input.Entries, (entry) => deleteReceived(parts, queue, entry.ReceiptHandle ?? '')),
    );
    parts.arrivals.notify(queue.id);
    return result;
  };
}
