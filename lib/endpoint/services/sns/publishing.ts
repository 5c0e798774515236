import { createHash, randomUUID } from 'node:crypto';
import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import type { MessageAttributes } from '../sqs/index.ts';
import { invalidParameter } from './errors.ts';
import type { SnsParts } from './parts.ts';
import { isFifoName, type Notification, type SubscriptionRecord, type TopicRecord } from './records.ts';
import { readMessageAttributes } from './rules/message-attributes.ts';
import { filterOf } from './rules/subscription-attributes.ts';
import { deduplicatesByContent } from './rules/topic-attributes.ts';
import { topicArn } from './names.ts';

export interface PublishFields {
  readonly Message?: string | undefined;
  readonly Subject?: string | undefined;
  readonly MessageStructure?: string | undefined;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined;
  readonly MessageGroupId?: string | undefined;
  readonly MessageDeduplicationId?: string | undefined;
}

export const messageBytesMax = 262_144;
const deduplicationMs = 5 * 60_000;

/** What waits for delivery to one subscription. */
export interface DeliveryContent {
  readonly topicArn: string;
  readonly subscriptionId: string;
  readonly sequenceNumber?: string;
  readonly notification: Notification;
}

/** Checks a message as SNS does. Throws before anything is written. */
export function checkNotification(
  topic: TopicRecord,
  input: PublishFields,
  nowMs: number,
  traceHeader: string | undefined,
): Notification {
  const message = input.Message ?? '';
  if (message === '') throw invalidParameter('Empty message');
  const { Subject: subject } = input;
  // Printable ASCII that begins with a letter, number or punctuation, as AWS documents.
  if (subject !== undefined && !/^[!-~][ -~]{0,99}$/.test(subject)) throw invalidParameter('Subject');
  if (input.MessageStructure !== undefined && input.MessageStructure !== 'json')
    throw invalidParameter('MessageStructure');
  const attributes = readMessageAttributes(input.MessageAttributes);
  if (messageBytes(message, attributes) > messageBytesMax) throw invalidParameter('Message too long');
  const byProtocol = input.MessageStructure === 'json' ? readStructure(message) : {};
  assertIds(topic, input);
  const isFifo = isFifoName(topic.name);
  return {
    messageId: randomUUID(),
    message: byProtocol['default'] ?? message,
    byProtocol,
    subject,
    attributes,
    sentMs: nowMs,
    groupId: input.MessageGroupId,
    deduplicationId:
      input.MessageDeduplicationId ??
      (isFifo ? createHash('sha256').update(message).digest('hex') : undefined),
    traceHeader,
  };
}

export function messageBytes(message: string, attributes: MessageAttributes): number {
  return Object.entries(attributes).reduce(
    (sum, [name, { dataType, text = '', binary = '' }]) =>
      sum +
      Buffer.byteLength(name) +
      Buffer.byteLength(dataType) +
      Buffer.byteLength(text) +
      Buffer.byteLength(binary, 'base64'),
    Buffer.byteLength(message),
  );
}

function readStructure(message: string): Record<string, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    parsed = undefined;
  }
  if (typeof parsed !== 'object' || parsed === null)
    throw invalidParameter('Message Structure - JSON message body failed to parse');
  const texts = Object.entries(parsed).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const byProtocol = Object.fromEntries(texts);
  if (byProtocol['default'] === undefined)
    throw invalidParameter('Message Structure - No default entry in JSON message body');
  return byProtocol;
}

const idPattern = /^[\w!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]{1,128}$/;

function assertIds(topic: TopicRecord, input: PublishFields): void {
  const { MessageGroupId: groupId, MessageDeduplicationId: deduplicationId } = input;
  if (groupId !== undefined && !idPattern.test(groupId)) throw invalidParameter('MessageGroupId');
  if (deduplicationId !== undefined && !idPattern.test(deduplicationId))
    throw invalidParameter('MessageDeduplicationId');
  if (!isFifoName(topic.name)) {
    if (deduplicationId === undefined) return;
    throw invalidParameter(
      'MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type',
    );
  }
  if (groupId === undefined)
    throw invalidParameter('The MessageGroupId parameter is required for FIFO topics');
  if (deduplicationId === undefined && !deduplicatesByContent(topic)) {
    throw invalidParameter(
      'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
}

/**
 * Inside a transaction: promises a message to every subscription whose filter lets it through, or finds the message it
 * repeats. Deliveries are pumped by the caller once this is on disk.
 */
export function storeNotification(
  parts: SnsParts,
  topic: TopicRecord,
  notification: Notification,
): { messageId: string; sequenceNumber?: string } {
  const { repository } = parts;
  if (!isFifoName(topic.name)) {
    promise(parts, topic, notification);
    return { messageId: notification.messageId };
  }
  const { deduplicationId = '', groupId = '', sentMs } = notification;
  const scope = topic.attributes.FifoThroughputScope === 'MessageGroup' ? groupId : '';
  const earlier = repository.findSent(topic, scope, deduplicationId, sentMs - deduplicationMs);
  if (earlier) return earlier;
  const sequence = (repository.findTopic(topic)?.sequence ?? topic.sequence) + 1;
  // 20 digits that grow with every message.
  const sequenceNumber = (10_000_000_000_000_000_000n + BigInt(sequence) * 1000n).toString();
  repository.putTopic({ ...topic, sequence });
  const sent = { messageId: notification.messageId, sequenceNumber };
  repository.rememberSent(topic, scope, deduplicationId, sent, sentMs);
  repository.forgetSentBefore(sentMs - deduplicationMs);
  promise(parts, topic, notification, sequenceNumber);
  return sent;
}

function promise(
  { repository, deliveries }: SnsParts,
  topic: TopicRecord,
  notification: Notification,
  sequenceNumber?: string,
): void {
  for (const subscription of repository.confirmedSubscriptions(topic)) {
    if (!isWanted(subscription, notification)) continue;
    const content: DeliveryContent = {
      topicArn: topicArn(topic),
      subscriptionId: subscription.id,
      ...(sequenceNumber !== undefined && { sequenceNumber }),
      notification,
    };
    deliveries.add({
      accountId: topic.accountId,
      region: topic.region,
      content: JSON.stringify(content),
      acceptedMs: notification.sentMs,
      dueMs: notification.sentMs,
      ...(sequenceNumber !== undefined && { lane: `${subscription.id}/${notification.groupId ?? ''}` }),
    });
  }
}

function isWanted(subscription: SubscriptionRecord, notification: Notification): boolean {
  const text = notification.byProtocol[subscription.protocol] ?? notification.message;
  return filterOf(subscription)?.matches(text, notification.attributes) ?? true;
}
