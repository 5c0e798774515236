import type { Message, MessageAttributeValue } from '@aws-sdk/client-sqs';
import { sequenceNumber } from './records.ts';
import type { ReceivedMessage } from './receiving.ts';
import {
  attributesMd5,
  readMessageAttributes,
  selectAttributes,
  toAttributeValue,
} from './rules/message-attributes.ts';
import { isFifoName } from './rules/queue-attributes.ts';
import type { SentMessage } from './sending.ts';

/** What a send answers; the shapes of single and batched sends agree. */
export function sentOutput(
  { message, sequenceNumber: sequence }: SentMessage,
  systemAttributes: Readonly<Record<string, MessageAttributeValue>> | undefined,
) {
  const systemMd5 = attributesMd5(readMessageAttributes(systemAttributes));
  return {
    MessageId: message.messageId,
    MD5OfMessageBody: message.bodyMd5,
    ...(message.attributesMd5 !== undefined && { MD5OfMessageAttributes: message.attributesMd5 }),
    ...(systemMd5 !== undefined && { MD5OfMessageSystemAttributes: systemMd5 }),
    ...(sequence !== undefined && { SequenceNumber: sequence }),
  };
}

/** Every system attribute a message has. */
export function systemAttributes(message: ReceivedMessage, queueName: string): Record<string, string> {
  return {
    SenderId: message.senderId,
    SentTimestamp: String(message.sentMs),
    ApproximateReceiveCount: String(message.earlierReceives + message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedMs ?? message.sentMs),
    ...(isFifoName(queueName) && { SequenceNumber: sequenceNumber(message.id) }),
    ...(message.groupId !== undefined && { MessageGroupId: message.groupId }),
    ...(message.deduplicationId !== undefined && { MessageDeduplicationId: message.deduplicationId }),
    ...(message.traceHeader !== undefined && { AWSTraceHeader: message.traceHeader }),
    ...(message.deadLetterSource !== undefined && { DeadLetterQueueSourceArn: message.deadLetterSource }),
  };
}

/** A received message with the attributes that were asked for. */
export function messageOutput(
  message: ReceivedMessage,
  queueName: string,
  asked: { readonly system: readonly string[]; readonly user: readonly string[] },
): Message {
  const system = Object.entries(systemAttributes(message, queueName)).filter(
    ([name]) => asked.system.includes('All') || asked.system.includes(name),
  );
  const chosen = selectAttributes(message.attributes, asked.user);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: message.bodyMd5,
    Body: message.body,
    ...(system.length > 0 && { Attributes: Object.fromEntries(system) }),
    ...(chosen && {
      MD5OfMessageAttributes: attributesMd5(chosen),
      MessageAttributes: Object.fromEntries(
        Object.entries(chosen).map(([name, value]) => [name, toAttributeValue(value)]),
      ),
    }),
  };
}
