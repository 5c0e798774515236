import { invalidParameterValue } from './errors.ts';
import type { SqsParts } from './parts.ts';
import { findQueueByArn, queueArn } from './queue-names.ts';
import type { QueueRecord } from './records.ts';
import { allowsSource, isFifoName, readRedrive } from './rules/queue-attributes.ts';

/** A redrive policy must name a queue of the same kind, account and Region that lets this one send to it. */
export function assertRedrive({ repository }: SqsParts, queue: Omit<QueueRecord, 'id'>): void {
  const text = queue.attributes.RedrivePolicy;
  const policy = readRedrive(text);
  if (!policy) return;
  const target = findQueueByArn(repository, policy.deadLetterTargetArn);
  const isReachable = target?.accountId === queue.accountId && target.region === queue.region;
  if (!target || !isReachable) {
    throw invalidParameterValue(
      `Value ${text ?? ''} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
    );
  }
  if (isFifoName(target.name) !== isFifoName(queue.name)) {
    throw invalidParameterValue(
      `Value ${text ?? ''} for parameter RedrivePolicy is invalid. Reason: Dead-letter queue must be same type of queue as the source.`,
    );
  }
  if (!allowsSource(target, queueArn(queue))) {
    throw invalidParameterValue(
      `Value ${text ?? ''} for parameter RedrivePolicy is invalid. Reason: The dead-letter queue's RedriveAllowPolicy does not allow this source queue.`,
    );
  }
}
