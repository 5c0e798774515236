import { own } from '../../../../shared/own.ts';
import { notImplemented, type ServiceError } from '../../../errors.ts';
import { invalidParameter } from '../errors.ts';
import { topicArn } from '../names.ts';
import { isFifoName, type TopicKey, type TopicRecord } from '../records.ts';

type Check = (value: string) => boolean;
const isBoolean: Check = (value) => value === 'true' || value === 'false';
const isJson: Check = (value) => {
  try {
    const parsed = JSON.parse(value) as unknown;
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
};

const isPolicy: Check = (value) => {
  if (!isJson(value)) return false;
  const { Statement } = JSON.parse(value) as { Statement?: unknown };
  if (Statement === undefined) return false;
  return [Statement].flat().every((one) => typeof one === 'object' && one !== null);
};

const checks: Readonly<Record<string, Check>> = {
  DisplayName: (value) => value.length <= 100,
  Policy: isPolicy,
  DeliveryPolicy: (value) => value === '' || isJson(value),
  KmsMasterKeyId: () => true,
  SignatureVersion: (value) => value === '1' || value === '2',
  TracingConfig: (value) => value === 'PassThrough' || value === 'Active',
  FifoTopic: isBoolean,
  ContentBasedDeduplication: isBoolean,
  FifoThroughputScope: (value) => value === 'Topic' || value === 'MessageGroup',
};
const feedback = /^(Application|Firehose|HTTP|Lambda|SQS)(Success|Failure)Feedback(RoleArn|SampleRate)$/;
const onlyFifo = new Set(['ContentBasedDeduplication', 'FifoThroughputScope']);

/** Checks the name of a topic to be, and what `FifoTopic` says of it. */
export function assertTopicName(name: string, isFifo: boolean): void {
  if (isFifo && !/^[\w-]{1,251}\.fifo$/.test(name)) {
    throw invalidParameter(
      'Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long.',
    );
  }
  if (!isFifo && !/^[\w-]{1,256}$/.test(name)) throw invalidParameter('Topic Name');
}

/** One attribute as SetTopicAttributes and CreateTopic take it. */
export function assertTopicAttribute(name: string, value: string, isFifo: boolean): void {
  const problem = attributeProblem(name, value, isFifo);
  if (problem) throw problem;
}

function attributeProblem(name: string, value: string, isFifo: boolean): ServiceError | undefined {
  if (name === 'ArchivePolicy') return notImplemented('The archive of FIFO topics');
  const check = feedback.test(name) ? () => true : own(checks, name);
  if (!check || (onlyFifo.has(name) && !isFifo)) return invalidParameter('AttributeName');
  if (!check(value)) return invalidParameter(`Attributes Reason: ${name}: invalid value`);
  return undefined;
}

/** Whether a message's body may stand for its deduplication id. */
export function deduplicatesByContent(topic: TopicRecord): boolean {
  return topic.attributes.ContentBasedDeduplication === 'true';
}

/** What GetTopicAttributes shows beside the counts. */
export function effectiveTopicAttributes(topic: TopicRecord): Record<string, string> {
  return {
    TopicArn: topicArn(topic),
    Owner: topic.accountId,
    Policy: JSON.stringify(defaultPolicy(topic)),
    DisplayName: '',
    EffectiveDeliveryPolicy: JSON.stringify(defaultDeliveryPolicy),
    ...(isFifoName(topic.name) && { ContentBasedDeduplication: 'false', FifoThroughputScope: 'Topic' }),
    ...topic.attributes,
  };
}

export interface PolicyDocument {
  readonly Version: string;
  readonly Id: string;
  readonly Statement: readonly { readonly Sid: string; readonly [member: string]: unknown }[];
}

export function policyOf(topic: TopicRecord): PolicyDocument {
  const { Policy: text } = topic.attributes;
  if (text === undefined) return defaultPolicy(topic);
  const policy = JSON.parse(text) as PolicyDocument;
  // One statement may stand alone.
  return { ...policy, Statement: [policy.Statement].flat() };
}

function defaultPolicy(topic: TopicKey): PolicyDocument {
  const actions = [
    'GetTopicAttributes',
    'SetTopicAttributes',
    'AddPermission',
    'RemovePermission',
    'DeleteTopic',
    'Subscribe',
    'ListSubscriptionsByTopic',
    'Publish',
  ];
  return {
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: actions.map((action) => `SNS:${action}`),
        Resource: topicArn(topic),
        Condition: { StringEquals: { 'AWS:SourceOwner': topic.accountId } },
      },
    ],
  };
}

const defaultDeliveryPolicy = {
  http: {
    defaultHealthyRetryPolicy: {
      minDelayTarget: 20,
      maxDelayTarget: 20,
      numRetries: 3,
      numMaxDelayRetries: 0,
      numNoDelayRetries: 0,
      numMinDelayRetries: 0,
      backoffFunction: 'linear',
    },
    disableSubscriptionOverrides: false,
    defaultRequestPolicy: { headerContentType: 'text/plain; charset=UTF-8' },
  },
};
