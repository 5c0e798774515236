import type { MessageAttributes } from '../sqs/index.ts';

export interface TopicKey {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
}

export interface TopicRecord extends TopicKey {
  /** Those that were set. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Messages so far; counted for FIFO topics. */
  readonly sequence: number;
}

export interface SubscriptionRecord {
  readonly accountId: string;
  readonly region: string;
  /** Name of the topic. */
  readonly topic: string;
  readonly id: string;
  readonly protocol: string;
  readonly endpoint: string;
  /** Those that were set. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly isPending: boolean;
  readonly token: string;
}

/** A published message as subscriptions get it; `byProtocol` where MessageStructure was `json`. */
export interface Notification {
  readonly messageId: string;
  readonly message: string;
  readonly byProtocol: Readonly<Record<string, string>>;
  readonly subject: string | undefined;
  readonly attributes: MessageAttributes;
  readonly sentMs: number;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly traceHeader: string | undefined;
}

export function isFifoName(name: string): boolean {
  return name.endsWith('.fifo');
}
