import type { GetQueueAttributesRequest, GetQueueAttributesResult } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { invalidAttributeName } from '../errors.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl, queueArn } from '../queue-names.ts';
import type { QueueRecord } from '../records.ts';
import { effectiveAttributes, oldestMs } from '../rules/queue-attributes.ts';

const settable = new Set([
  'Policy',
  'VisibilityTimeout',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'DelaySeconds',
  'ReceiveMessageWaitTimeSeconds',
  'RedrivePolicy',
  'RedriveAllowPolicy',
  'FifoQueue',
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoThroughputLimit',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
]);

export function getQueueAttributes(
  parts: SqsParts,
): Operation<Given<GetQueueAttributesRequest>, GetQueueAttributesResult> {
  return (input, context) => {
    const queue = findQueueByUrl(parts.repository, input.QueueUrl, context);
    const names: readonly string[] = input.AttributeNames ?? [];
    if (names.length === 0) return {};
    const all: Readonly<Record<string, string>> = {
      ...effectiveAttributes(queue),
      ...counts(parts, queue),
      CreatedTimestamp: String(Math.floor(queue.createdMs / 1000)),
      LastModifiedTimestamp: String(Math.floor(queue.modifiedMs / 1000)),
      QueueArn: queueArn(queue),
    };
    if (names.includes('All')) return { Attributes: { ...all } };
    const unknown = names.find((name) => !(name in all) && !settable.has(name));
    if (unknown !== undefined) throw invalidAttributeName(unknown);
    const chosen = Object.entries(all).filter(([name]) => names.includes(name));
    return chosen.length === 0 ? {} : { Attributes: Object.fromEntries(chosen) };
  };
}

function counts({ repository, clock }: SqsParts, queue: QueueRecord) {
  const nowMs = clock.now();
  const { visible, inFlight, delayed } = repository.counts(queue.id, nowMs, oldestMs(queue, nowMs));
  return {
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
  };
}
