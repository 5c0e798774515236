import type {
  ChangeMessageVisibilityBatchRequest,
  ChangeMessageVisibilityBatchResult,
} from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { changeVisibility } from '../deleting.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';
import { secondsOf } from '../rules/queue-attributes.ts';
import { assertBatch, runBatch } from '../rules/batch.ts';
import { assertVisibility } from '../rules/visibility.ts';

export function changeMessageVisibilityBatch(
  parts: SqsParts,
): Operation<Given<ChangeMessageVisibilityBatchRequest>, ChangeMessageVisibilityBatchResult> {
  return async (input, context) => {
    const queue = findQueueByUrl(parts.repository, input.QueueUrl, context);
    assertBatch(input.Entries, 'ChangeMessageVisibilityBatchRequestEntry');
    const result = await parts.commits.run(() =>
      runBatch(input.Entries, (entry) => {
        assertVisibility(entry.VisibilityTimeout);
        const seconds = entry.VisibilityTimeout ?? secondsOf(queue, 'VisibilityTimeout');
        changeVisibility(parts, queue, entry.ReceiptHandle ?? '', seconds);
      }),
    );
    parts.arrivals.notify(queue.id);
    return result;
  };
}
