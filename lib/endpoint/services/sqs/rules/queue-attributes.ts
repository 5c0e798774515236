import { parseArn } from '../../../../shared/arn.ts';
import { own } from '../../../../shared/own.ts';
import { fifoOnlyAttribute, invalidAttributeName, invalidAttributeValue, twoEncryptions } from '../errors.ts';
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
  FifoQueue: ['true', 'false'],
  FifoThroughputLimit: ['perQueue', 'perMessageGroupId'],
  SqsManagedSseEnabled: ['true', 'false'],
};

const documents = new Set(['Policy', 'RedrivePolicy', 'RedriveAllowPolicy']);
/** Texts that are taken in any letter case and kept in small ones. */
const booleans = new Set(['ContentBasedDeduplication', 'FifoQueue', 'SqsManagedSseEnabled']);
/** Those a standard queue does not have at all, and those it is told why. */
const unknownToStandard = new Set(['ContentBasedDeduplication', 'FifoQueue']);
const toldToStandard = new Set(['DeduplicationScope', 'FifoThroughputLimit']);

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
  for (const [name, text] of Object.entries(given)) {
    const value = booleans.has(name) ? text.toLowerCase() : text;
    const isKnown =
      Object.hasOwn(ranges, name) ||
      Object.hasOwn(choices, name) ||
      documents.has(name) ||
      name === 'KmsMasterKeyId';
    if (!isFifo && toldToStandard.has(name)) throw fifoOnlyAttribute(name);
    if (!isKnown || (!isFifo && unknownToStandard.has(name))) throw invalidAttributeName(name);
    if (!isValid(name, value)) throw invalidAttributeValue(`Invalid value for the parameter ${name}.`);
    kept[name] = name in ranges ? String(Number(value)) : value;
  }
  return withOneEncryption(kept);
}

/** A key of KMS and SQS's own encryption exclude each other: naming the one switches the other off. */
function withOneEncryption(kept: Record<string, string>): Record<string, string> {
  const hasKey = kept.KmsMasterKeyId !== undefined && kept.KmsMasterKeyId !== '';
  if (hasKey && kept.SqsManagedSseEnabled === 'true') throw twoEncryptions();
  if (hasKey) return { ...kept, SqsManagedSseEnabled: 'false' };
  return kept.SqsManagedSseEnabled === 'true' ? { ...kept, KmsMasterKeyId: '' } : kept;
}

function isValid(name: string, value: string): boolean {
  const range = own(ranges, name);
  if (range) return /^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1];
  const options = own(choices, name);
  if (options) return options.includes(value);
  if (!documents.has(name)) return true;
  // What a redrive policy says is the business of `redrive.ts`.
  return value === '' || readObject(value) !== undefined;
}

/** With the defaults of those that were never set. */
export function effectiveAttributes(queue: Pick<QueueRecord, 'attributes' | 'name'>): Attributes {
  const all = { ...defaults, ...(isFifoName(queue.name) && fifoDefaults), ...queue.attributes };
  if (all.KmsMasterKeyId !== undefined) return { KmsDataKeyReusePeriodSeconds: '300', ...all };
  const { KmsDataKeyReusePeriodSeconds, ...others } = all;
  return others;
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

const receivesMax = 1000;

/** The policy, or what is wrong with it; AWS takes the count as a number or as text. */
export function readRedrive(text: string): RedrivePolicy | string {
  const { deadLetterTargetArn, maxReceiveCount } = readObject(text) ?? {};
  if (deadLetterTargetArn === undefined) return mandatory('deadLetterTargetArn');
  if (typeof deadLetterTargetArn !== 'string' || parseArn(deadLetterTargetArn)?.service !== 'sqs')
    return 'Invalid value for deadLetterTargetArn.';
  if (maxReceiveCount === undefined) return mandatory('maxReceiveCount');
  const count = Number(maxReceiveCount);
  if (!Number.isInteger(count) || count < 1 || count > receivesMax)
    return `Invalid value for maxReceiveCount: ${String(maxReceiveCount)}, valid values are from 1 to ${receivesMax} both inclusive.`;
  return { deadLetterTargetArn, maxReceiveCount: count };
}

const mandatory = (name: string) => `Redrive policy does not contain mandatory attribute: ${name}.`;

/** Of a queue that was checked when the policy was set; undefined when it has none. */
export function redriveOf(queue: Pick<QueueRecord, 'attributes'>): RedrivePolicy | undefined {
  const text = queue.attributes.RedrivePolicy;
  if (text === undefined) return undefined;
  const policy = readRedrive(text);
  return typeof policy === 'string' ? undefined : policy;
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
