import { createHash, randomUUID } from 'node:crypto';
import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { RequestContext } from '../service.ts';
import {
  invalidMessageContents,
  invalidParameterValue,
  messageTooLong,
  missingDeduplicationId,
  missingGroupId,
  missingParameter,
} from './errors.ts';
import type { SqsParts } from './parts.ts';
import { sequenceNumber, type NewMessage, type QueueRecord } from './records.ts';
import {
  attributeBytes,
  attributesMd5,
  bodyMd5,
  readMessageAttributes,
  unprintable,
} from './rules/message-attributes.ts';
import { effectiveAttributes, isFifoName } from './rules/queue-attributes.ts';

export interface MessageInput {
  readonly MessageBody: string | undefined;
  readonly DelaySeconds?: number | undefined;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined;
  readonly MessageSystemAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}

export interface SentMessage {
  readonly message: NewMessage;
  readonly sequenceNumber: string | undefined;
}

const deduplicationMs = 5 * 60_000;
const delaySecondsMax = 900;
const idPattern = /^[\w!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]{1,128}$/;

export interface Sending {
  readonly senderId: string;
  readonly nowMs: number;
  /** The trace header of the request. */
  readonly traceHeader?: string | undefined;
  readonly isBatch?: boolean;
}

/** Checks a message as SQS does. Throws before anything is written. */
export function checkMessage(queue: QueueRecord, input: MessageInput, sending: Sending): NewMessage {
  const { senderId, nowMs, traceHeader, isBatch = false } = sending;
  const body = input.MessageBody ?? '';
  if (body === '') throw missingParameter('MessageBody');
  if (unprintable.test(body)) throw invalidMessageContents();
  const attributes = readMessageAttributes(input.MessageAttributes);
  const settings = effectiveAttributes(queue);
  const bytesMax = Number(settings.MaximumMessageSize);
  if (messageBytes(body, attributes) > bytesMax) throw messageTooLong(bytesMax, isBatch);
  const isFifo = isFifoName(queue.name);
  assertIds(input, isFifo, isBatch);
  const isByContent = settings.ContentBasedDeduplication === 'true';
  if (isFifo && input.MessageDeduplicationId === undefined && !isByContent) throw missingDeduplicationId();
  return {
    messageId: randomUUID(),
    body,
    bodyMd5: bodyMd5(body),
    attributes,
    attributesMd5: attributesMd5(attributes),
    senderId,
    groupId: input.MessageGroupId,
    deduplicationId:
      input.MessageDeduplicationId ?? (isFifo ? createHash('sha256').update(body).digest('hex') : undefined),
    traceHeader: input.MessageSystemAttributes?.AWSTraceHeader?.StringValue ?? traceHeader,
    sentMs: nowMs,
    visibleMs: nowMs + delaySeconds(input, isFifo, Number(settings.DelaySeconds)) * 1000,
  };
}

export function messageBytes(body: string, attributes: NewMessage['attributes']): number {
  return Buffer.byteLength(body) + attributeBytes(attributes);
}

function assertIds(input: MessageInput, isFifo: boolean, isBatch: boolean): void {
  if (isFifo && input.MessageGroupId === undefined) throw missingGroupId(isBatch);
  if (!isFifo && input.MessageDeduplicationId !== undefined) {
    throw invalidParameterValue(
      `Value ${input.MessageDeduplicationId} for parameter MessageDeduplicationId is invalid. Reason: The request include parameter that is not valid for this queue type.`,
    );
  }
  for (const name of ['MessageGroupId', 'MessageDeduplicationId'] as const) {
    const value = input[name];
    if (value !== undefined && !idPattern.test(value)) {
      throw invalidParameterValue(
        `Value ${value} for parameter ${name} is invalid. Reason: ${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
      );
    }
  }
}

function delaySeconds(input: MessageInput, isFifo: boolean, ofQueue: number): number {
  const seconds = input.DelaySeconds;
  if (seconds === undefined) return ofQueue;
  if (seconds < 0 || seconds > delaySecondsMax) {
    throw invalidParameterValue(
      `Value ${seconds} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= ${delaySecondsMax}.`,
    );
  }
  if (isFifo && seconds !== 0) {
    throw invalidParameterValue(
      `Value ${seconds} for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.`,
    );
  }
  // In a FIFO queue 0 is no delay of the message's own.
  return isFifo ? ofQueue : seconds;
}

/** The trace of the caller goes on in the message; Lambda finds loops of functions by it. */
export function traceHeaderOf(headers: RequestContext['headers']): string | undefined {
  const header = headers['x-amzn-trace-id'];
  return header?.includes('Root=') ? header : undefined;
}

/** Inside a transaction: writes a message, or finds the one it repeats. */
export function storeMessage({ repository }: SqsParts, queue: QueueRecord, message: NewMessage): SentMessage {
  if (!isFifoName(queue.name)) {
    repository.insertMessage(queue.id, message);
    return { message, sequenceNumber: undefined };
  }
  const scope =
    effectiveAttributes(queue).DeduplicationScope === 'messageGroup' ? (message.groupId ?? '') : '';
  const sinceMs = message.sentMs - deduplicationMs;
  const earlier = repository.findDuplicate(queue.id, scope, message.deduplicationId ?? '', sinceMs);
  if (earlier) {
    return {
      message: { ...message, messageId: earlier.messageId },
      sequenceNumber: earlier.sequenceNumber,
    };
  }
  const id = repository.insertMessage(queue.id, message);
  repository.rememberSent(queue.id, scope, message, id);
  return { message, sequenceNumber: sequenceNumber(id) };
}

/** What is forgotten when deduplication no longer needs it. */
export function forgetDuplicates({ repository, clock }: SqsParts): void {
  repository.forgetSentBefore(clock.now() - deduplicationMs);
}
