/** A queue as the endpoint keeps it. */
export interface QueueRecord {
  readonly id: number;
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  /** Those that were set; `rules/queue-attributes.ts` has the defaults of the others. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdMs: number;
  readonly modifiedMs: number;
  /** 0 when it never was. */
  readonly purgedMs: number;
}

/** A message attribute; binary values are in base64. */
export interface MessageAttribute {
  readonly dataType: string;
  readonly text?: string;
  readonly binary?: string;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

export interface NewMessage {
  readonly messageId: string;
  readonly body: string;
  readonly bodyMd5: string;
  readonly attributes: MessageAttributes | undefined;
  readonly attributesMd5: string | undefined;
  readonly senderId: string;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly traceHeader: string | undefined;
  readonly sentMs: number;
  /** When it can be received: later than `sentMs` for a delayed one. */
  readonly visibleMs: number;
}

export interface MessageRecord extends NewMessage {
  readonly id: number;
  readonly queueId: number;
  /** ARN of the queue whose redrive policy sent it here. */
  readonly deadLetterSource: string | undefined;
  readonly receiveCount: number;
  /** In the queues it was in before it went to a dead-letter queue. */
  readonly earlierReceives: number;
  readonly firstReceivedMs: number | undefined;
}

/** 20 digits that grow with every message of a FIFO queue. */
export function sequenceNumber(id: number): string {
  return (18_849_496_460_467_696_128n + BigInt(id) * 256n).toString();
}
