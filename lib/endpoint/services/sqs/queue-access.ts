import type { MessageAttributes } from './records.ts';
import type { ReceivedMessage } from './receiving.ts';
import { receiveMessages } from './receiving.ts';
import { changeVisibility, deleteReceived } from './deleting.ts';
import { queueDoesNotExist } from './errors.ts';
import { ServiceError } from '../../errors.ts';
import type { SqsParts } from './parts.ts';
import { findQueueByArn } from './queue-names.ts';
import type { QueueRecord } from './records.ts';
import { effectiveAttributes, isFifoName } from './rules/queue-attributes.ts';
import { checkMessage, storeMessage } from './sending.ts';
import { toAttributeValue } from './rules/message-attributes.ts';

export interface QueueFacts {
  readonly isFifo: boolean;
  readonly visibilitySeconds: number;
  readonly hasDeadLetterQueue: boolean;
}

/** Queues as other services of the endpoint use them: by ARN, without the wire. */
export interface QueueAccess {
  find(arn: string): QueueFacts | undefined;
  /** On disk when it resolves. A refusal is SQS's own sentence, e.g. for a queue that does not exist. */
  send(arn: string, message: OutgoingMessage): Promise<'sent' | { readonly refusal: string }>;
  /** Waits up to `waitMs` for the first message; empty when none came, the queue is gone or the signal aborted. */
  receive(arn: string, options: ReceiveOptions): Promise<readonly ReceivedMessage[]>;
  remove(arn: string, receiptHandles: readonly string[]): Promise<void>;
  /** Gives messages back at once: they can be received again. */
  release(arn: string, receiptHandles: readonly string[]): Promise<void>;
}

export interface OutgoingMessage {
  readonly body: string;
  readonly attributes?: MessageAttributes;
  readonly traceHeader?: string;
  /** For FIFO queues. */
  readonly groupId?: string;
  readonly deduplicationId?: string;
}

export interface ReceiveOptions {
  readonly countMax: number;
  readonly visibilitySeconds: number;
  readonly isOneGroup: boolean;
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

export function createQueueAccess(parts: SqsParts): QueueAccess {
  const { repository, commits, clock, arrivals } = parts;
  const mustFind = (arn: string): QueueRecord => {
    const queue = findQueueByArn(repository, arn);
    if (!queue) throw queueDoesNotExist();
    return queue;
  };
  return {
    find(arn) {
      const queue = findQueueByArn(repository, arn);
      return (
        queue && {
          isFifo: isFifoName(queue.name),
          visibilitySeconds: Number(effectiveAttributes(queue).VisibilityTimeout),
          hasDeadLetterQueue: effectiveAttributes(queue).RedrivePolicy !== undefined,
        }
      );
    },
    async send(arn, { body, attributes = {}, traceHeader, groupId, deduplicationId }) {
      const given = Object.entries(attributes).map(([name, value]) => [name, toAttributeValue(value)]);
      try {
        const queueId = await commits.run(() => {
          const queue = mustFind(arn);
          const input = {
            MessageBody: body,
            MessageAttributes: Object.fromEntries(given),
            MessageGroupId: groupId,
            MessageDeduplicationId: deduplicationId,
            ...(traceHeader !== undefined && {
              MessageSystemAttributes: { AWSTraceHeader: { DataType: 'String', StringValue: traceHeader } },
            }),
          };
          const sending = { senderId: queue.accountId, nowMs: clock.now() };
          storeMessage(parts, queue, checkMessage(queue, input, sending));
          return queue.id;
        });
        arrivals.notify(queueId);
        return 'sent';
      } catch (error) {
        if (error instanceof ServiceError) return { refusal: error.message };
        throw error;
      }
    },
    async receive(arn, options) {
      try {
        return await receiveMessages(parts, () => mustFind(arn), options);
      } catch (error) {
        if (error instanceof ServiceError) return [];
        throw error;
      }
    },
    remove: (arn, receiptHandles) => forEachHandle(arn, receiptHandles, deleteReceived),
    release: (arn, receiptHandles) =>
      forEachHandle(arn, receiptHandles, (own, queue, handle) => changeVisibility(own, queue, handle, 0)),
  };

  async function forEachHandle(
    arn: string,
    receiptHandles: readonly string[],
    work: (parts: SqsParts, queue: QueueRecord, handle: string) => void,
  ): Promise<void> {
    const queue = findQueueByArn(repository, arn);
    if (!queue || receiptHandles.length === 0) return;
    await commits.run(() => {
      for (const handle of receiptHandles) {
        try {
          work(parts, queue, handle);
        } catch (error) {
          // Its visibility ran out: it will be received again, as on AWS.
          if (!(error instanceof ServiceError)) throw error;
        }
      }
    });
    arrivals.notify(queue.id);
  }
}
