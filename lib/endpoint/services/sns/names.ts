import { parseArn, partitionOf } from '../../../shared/arn.ts';
import type { ServiceError } from '../../errors.ts';
import type { RequestContext } from '../service.ts';
import {
  invalidParameter,
  resourceDoesNotExist,
  subscriptionDoesNotExist,
  topicDoesNotExist,
} from './errors.ts';
import type { SnsRepository } from './repository.ts';
import type { SubscriptionRecord, TopicKey, TopicRecord } from './records.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

export function topicArn({ accountId, region, name }: TopicKey): string {
  return `arn:${partitionOf(region)}:sns:${region}:${accountId}:${name}`;
}

export function subscriptionArn({ accountId, region, topic, id }: SubscriptionRecord): string {
  return `${topicArn({ accountId, region, name: topic })}:${id}`;
}

/** Undefined for an ARN that is no topic's. */
export function readTopicArn(arn: string): TopicKey | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'sns' || !/^[\w-]{1,256}(\.fifo)?$/.test(parsed.resource)) return undefined;
  return { accountId: parsed.account, region: parsed.region, name: parsed.resource };
}

const arnElements = 6;

function malformedArn(arn: string, parameter: string): ServiceError {
  const { length } = arn.split(':');
  if (length < arnElements)
    return invalidParameter(
      `${parameter} Reason: An ARN must have at least ${arnElements} elements, not ${length}`,
    );
  // What is no topic may be an endpoint of mobile push, of which there is none here.
  return invalidParameter(
    parameter === 'TargetArn'
      ? `${parameter} Reason: No endpoint found for the target arn specified`
      : parameter,
  );
}

/** The topic of the caller's own account and Region; SNS answers NotFound to others. */
export function findTopicOrThrow(
  repository: SnsRepository,
  arn: string,
  { accountId, region }: Place,
  parameter = 'TopicArn',
): TopicRecord {
  const key = readTopicArn(arn);
  if (!key) throw malformedArn(arn, parameter);
  const topic = key.accountId === accountId && key.region === region ? repository.findTopic(key) : undefined;
  if (!topic) throw topicDoesNotExist();
  return topic;
}

export function findSubscriptionOrThrow(
  repository: SnsRepository,
  arn: string,
  { accountId, region }: Place,
): SubscriptionRecord {
  const parsed = parseArn(arn);
  const [topic = '', id = '', ...rest] = (parsed?.resource ?? '').split(':');
  if (parsed?.service !== 'sns' || id === '' || rest.length > 0) {
    throw invalidParameter('SubscriptionArn Reason: An ARN must have at least 6 elements, not 1');
  }
  const found =
    parsed.account === accountId && parsed.region === region
      ? repository.findSubscription({ accountId, region, name: topic }, id)
      : undefined;
  if (!found) throw subscriptionDoesNotExist();
  return found;
}

/** Tags hang on topics alone, and a missing one has another answer. */
export function findTaggedTopic(
  repository: SnsRepository,
  arn: string,
  { accountId, region }: Place,
): TopicRecord {
  const key = readTopicArn(arn);
  if (!key) throw invalidParameter('ResourceArn');
  const topic = key.accountId === accountId && key.region === region ? repository.findTopic(key) : undefined;
  if (!topic) throw resourceDoesNotExist();
  return topic;
}
