import type { PublishBatchInput, PublishBatchResponse } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { batchRefusal } from '../errors.ts';
import { findTopicOrThrow } from '../names.ts';
import { sentOutput } from '../output.ts';
import type { SnsParts } from '../parts.ts';
import { checkNotification, messageBytes, messageBytesMax, storeNotification } from '../publishing.ts';
import { assertBatch } from '../rules/batch.ts';

export function publishBatch(parts: SnsParts): Operation<Given<PublishBatchInput>, PublishBatchResponse> {
  const { repository, commits, deliveries, clock } = parts;
  return async (input, context) => {
    const topic = findTopicOrThrow(repository, input.TopicArn, context);
    const entries = input.PublishBatchRequestEntries;
    assertBatch(entries);
    // One wrong entry is the refusal of all, as recorded of AWS.
    const accepted = entries.map((entry) => ({
      id: entry.Id ?? '',
      notification: checkNotification(topic, entry, clock.now(), context.headers['x-amzn-trace-id']),
    }));
    const bytes = accepted.reduce(
      (sum, { notification }) => sum + messageBytes(notification.message, notification.attributes),
      0,
    );
    if (bytes > messageBytesMax) {
      throw batchRefusal(
        'BatchRequestTooLongException',
        'The length of all the messages put together is more than the limit.',
      );
    }
    const Successful = await commits.run(() => {
      const now = findTopicOrThrow(repository, input.TopicArn, context);
      return accepted.map(({ id, notification }) => ({
        Id: id,
        ...sentOutput(storeNotification(parts, now, notification)),
      }));
    });
    deliveries.pump();
    return { Successful, Failed: [] };
  };
}
