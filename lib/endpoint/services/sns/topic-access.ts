import { failure, type TopicAccess } from '../deliveries/index.ts';
import { readTopicArn } from './names.ts';
import type { SnsParts } from './parts.ts';
import { messageBytes, messageBytesMax, storeNotification } from './publishing.ts';
import { isFifoName, type Notification } from './records.ts';
import { randomUUID } from 'node:crypto';

/** Topics as other services use them: by ARN, without the wire. */
export function createTopicAccess(parts: SnsParts): TopicAccess {
  return {
    async publish(topicArn, { message, subject, attributes = {}, traceHeader }) {
      const key = readTopicArn(topicArn);
      const topic = key && parts.repository.findTopic(key);
      if (!topic) return failure('NO_RESOURCE', 'Topic does not exist');
      if (isFifoName(topic.name)) {
        return failure(
          'INVALID_PARAMETER',
          'Invalid parameter: The MessageGroupId parameter is required for FIFO topics',
        );
      }
      if (messageBytes(message, attributes) > messageBytesMax)
        return failure('INVALID_PARAMETER', 'Invalid parameter: Message too long');
      const notification: Notification = {
        messageId: randomUUID(),
        message,
        byProtocol: {},
        subject,
        attributes,
        sentMs: parts.clock.now(),
        groupId: undefined,
        deduplicationId: undefined,
        traceHeader,
      };
      await parts.commits.run(() => storeNotification(parts, topic, notification));
      parts.deliveries.pump();
      return 'sent';
    },
  };
}
