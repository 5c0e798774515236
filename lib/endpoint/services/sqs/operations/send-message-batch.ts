import type { SendMessageBatchRequest, SendMessageBatchResult } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { batchRefusal, isOfWholeBatch } from '../errors.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';
import type { NewMessage } from '../records.ts';
import { sentOutput } from '../output.ts';
import { assertBatch, batchOutput, failedEntry, type FailedEntry } from '../rules/batch.ts';
import { checkMessage, messageBytes, storeMessage, traceHeaderOf } from '../sending.ts';
import { readMessageAttributes } from '../rules/message-attributes.ts';

const batchBytesMax = 1_048_576;

export function sendMessageBatch(
  parts: SqsParts,
): Operation<Given<SendMessageBatchRequest>, SendMessageBatchResult> {
  const { repository, commits, clock, arrivals } = parts;
  return async (input, context) => {
    const queue = findQueueByUrl(repository, input.QueueUrl, context);
    assertBatch(input.Entries, 'SendMessageBatchRequestEntry');
    const bytes = input.Entries.reduce(
      (sum, entry) =>
        sum + messageBytes(entry.MessageBody ?? '', readMessageAttributes(entry.MessageAttributes)),
      0,
    );
    if (bytes > batchBytesMax) {
      throw batchRefusal(
        'BatchRequestTooLong',
        `Batch requests cannot be longer than ${batchBytesMax} bytes. You have sent ${bytes} bytes.`,
      );
    }
    const Failed: FailedEntry[] = [];
    const accepted: { entry: (typeof input.Entries)[number]; message: NewMessage }[] = [];
    const sending = {
      senderId: context.accountId,
      nowMs: clock.now(),
      traceHeader: traceHeaderOf(context.headers),
      isBatch: true,
    };
    for (const entry of input.Entries) {
      try {
        accepted.push({ entry, message: checkMessage(queue, entry, sending) });
      } catch (error) {
        if (isOfWholeBatch(error)) throw error;
        Failed.push(failedEntry(entry.Id, error));
      }
    }
    const sent = await commits.run(() => {
      const now = findQueueByUrl(repository, input.QueueUrl, context);
      return accepted.map(({ entry, message }) => ({ entry, sent: storeMessage(parts, now, message) }));
    });
    arrivals.notify(queue.id);
    const successful = sent.map((result) => ({
      Id: result.entry.Id,
      ...sentOutput(result.sent, result.entry.MessageSystemAttributes),
    }));
    return batchOutput(successful, Failed);
  };
}
