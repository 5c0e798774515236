import type { ChangeMessageVisibilityRequest } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { changeVisibility } from '../deleting.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';
import { assertVisibility } from '../rules/visibility.ts';

export function changeMessageVisibility(
  parts: SqsParts,
): Operation<Given<ChangeMessageVisibilityRequest>, object> {
  return async (input, context) => {
    const queue = findQueueByUrl(parts.repository, input.QueueUrl, context);
    assertVisibility(input.VisibilityTimeout);
    await parts.commits.run(() =>
      changeVisibility(parts, queue, input.ReceiptHandle, input.VisibilityTimeout),
    );
    parts.arrivals.notify(queue.id);
    return {};
  };
}
