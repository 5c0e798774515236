import type { ServiceError } from '../../errors.ts';
import { invalidParameterValue } from './errors.ts';
import type { SqsParts } from './parts.ts';
import { findQueueByArn, queueArn } from './queue-names.ts';
import type { QueueRecord } from './records.ts';
import { allowsSource, isFifoName, readRedrive } from './rules/queue-attributes.ts';

/** A redrive policy must name a queue of the same kind, account and Region that lets this one send to it. */
export function assertRedrive({ repository }: SqsParts, queue: Omit<QueueRecord, 'id'>): void {
  const text = queue.attributes.RedrivePolicy;
  if (text === undefined || text === '') return;
  const policy = readRedrive(text);
  if (typeof policy === 'string') throw invalidPolicy(text, policy);
  const target = findQueueByArn(repository, policy.deadLetterTargetArn);
  const isReachable = target?.accountId === queue.accountId && target.region === queue.region;
  if (!target || !isReachable) {
    throw invalidPolicy(text, 'Dead letter target does not exist.');
  }
  if (isFifoName(target.name) !== isFifoName(queue.name)) {
    throw invalidPolicy(text, 'Dead-letter queue must be same type of queue as the source.');
  }
  if (!allowsSource(target, queueArn(queue))) {
    throw invalidPolicy(text, "The dead-letter queue's RedriveAllowPolicy does not allow this source queue.");
  }
}

function invalidPolicy(text: string, reason: string): ServiceError {
  return invalidParameterValue(`Value ${text} for parameter RedrivePolicy is invalid. Reason: ${reason}`);
}
