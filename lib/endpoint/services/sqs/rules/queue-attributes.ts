import { parseArn } from '../../../../shared/arn.ts';
import { own } from '../../../../shared/own.ts';
import { invalidAttributeName, invalidAttributeValue } from '../errors.ts';
import type { QueueRecord } from '../records.ts';

type Attributes = Readonly<Record<string, string>>;

/** Where a number must lie; all times are in seconds. */
const ranges: Readonly<Record<string, readonly [min: number, max: number]>> = {
  DelaySeconds: [0, 900],
  MaximumMessageSize: [1024, 1_048_576],
  MessageRetentionPeriod: [60, 1_209_600],
  ReceiveMessageWaitTimeSeconds: [0, 20],
  VisibilityTimeout: [0, 43_200],
  KmsDataKeyReusePeriodSeconds: [60, 86_400],
};

const choices: Readonly<Record<string, readonly string[]>> = {
  ContentBasedDeduplication: ['true', 'false'],
  DeduplicationScope: ['queue', 'messageGroup'],
  FifoQueue: ['true'],
  FifoThroughputLimit: ['perQueue', 'perMessageGroupId'],
  SqsManagedSseEnabled: ['true', 'false'],
};

const documents = new Set(['Policy', 'RedrivePolicy', 'RedriveAllowPolicy']);
const fifoOnly = new Set(['ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit']);

const defaults: Attributes = {
  VisibilityTimeout: '30',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  DelaySeconds: '0',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
};
const fifoDefaults: Attributes = {
  ContentBasedDeduplication: 'false',
  DeduplicationScope: 'queue',
  FifoThroughputLimit: 'perQueue',
};

/** Refuses names SQS does not know and values out of range; returns what is to be kept. An empty document clears. */
export function checkAttributes(given: Attributes, isFifo: boolean): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    const isKnown =
      Object.hasOwn(ranges, name) ||
      Object.hasOwn(choices, name) ||
      documents.has(name) ||
      name === 'KmsMasterKeyId';
    if (!isKnown || (fifoOnly.has(name) && !isFifo)) throw invalidAttributeName(name);
    if (!isValid(name, value)) throw invalidAttributeValue(`Invalid value for the parameter ${name}.`);
    kept[name] = name in ranges ? String(Number(value)) : value;
  }
  return kept;
}

function isValid(name: string, value: string): boolean {
  const range = own(ranges, name);
  if (range) return /^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1];
  const options = own(choices, name);
  if (options) return options.includes(value);
  if (!documents.has(name)) return true;
  return value === '' || (name === 'RedrivePolicy' ? readRedrive(value) : readObject(value)) !== undefined;
}

/** With the defaults of those that were never set. */
export function effectiveAttributes(queue: Pick<QueueRecord, 'attributes' | 'name'>): Attributes {
  return { ...defaults, ...(isFifoName(queue.name) && fifoDefaults), ...queue.attributes };
}

export function secondsOf(
  queue: QueueRecord,
  name: 'VisibilityTimeout' | 'DelaySeconds' | 'MessageRetentionPeriod' | 'ReceiveMessageWaitTimeSeconds',
): number {
  return Number(effectiveAttributes(queue)[name]);
}

/** Messages sent at or before this time are gone. */
export function oldestMs(queue: QueueRecord, nowMs: number): number {
  return nowMs - secondsOf(queue, 'MessageRetentionPeriod') * 1000;
}

export function isFifoName(name: string): boolean {
  return name.endsWith('.fifo');
}

export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

/** Undefined for what is no redrive policy; AWS takes the count as a number or as text. */
export function readRedrive(text: string | undefined): RedrivePolicy | undefined {
  const document = text ? readObject(text) : undefined;
  if (!document) return undefined;
  const { deadLetterTargetArn, maxReceiveCount } = document;
  const count = Number(maxReceiveCount);
  if (typeof deadLetterTargetArn !== 'string' || parseArn(deadLetterTargetArn)?.service !== 'sqs')
    return undefined;
  if (!Number.isInteger(count) || count < 1 || count > 1000) return undefined;
  return { deadLetterTargetArn, maxReceiveCount: count };
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a dead-letter queue takes messages of a source (`RedriveAllowPolicy`). */
export function allowsSource(deadLetterQueue: QueueRecord, sourceArn: string): boolean {
  const policy = readObject(deadLetterQueue.attributes.RedriveAllowPolicy ?? '{}') ?? {};
  if (policy.redrivePermission === 'denyAll') return false;
  if (policy.redrivePermission !== 'byQueue') return true;
  return Array.isArray(policy.sourceQueueArns) && policy.sourceQueueArns.includes(sourceArn);
}
