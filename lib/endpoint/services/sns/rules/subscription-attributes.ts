import { parseArn } from '../../../../shared/arn.ts';
import { own } from '../../../../shared/own.ts';
import { notImplemented } from '../../../errors.ts';
import { syntaxProblem } from '../../event-pattern/index.ts';
import { invalidParameter } from '../errors.ts';
import { subscriptionArn, topicArn } from '../names.ts';
import { isFifoName, type SubscriptionRecord } from '../records.ts';
import {
  compileFilter,
  FilterProblem,
  hiddenSource,
  type FilterScope,
  type MessageFilter,
} from './filter-policy.ts';

/** Where a refused value came from: SNS words the two differently. */
export type AttributePlace = 'subscribe' | 'set';

const raw = new Set(['sqs', 'http', 'https', 'firehose']);
const refused: Readonly<Record<string, string>> = {
  ReplayPolicy: 'The replay of archived messages',
  SubscriptionRoleArn: 'A subscription over Firehose',
};

/** Checks the whole set a subscription would have; empty texts have been taken out. */
export function assertSubscriptionAttributes(
  attributes: Readonly<Record<string, string>>,
  protocol: string,
  place: AttributePlace,
  isFifo: boolean,
): void {
  const wrong = (sentence: string) =>
    invalidParameter(place === 'subscribe' ? `Attributes Reason: ${sentence}` : sentence);
  for (const [name, value] of Object.entries(attributes)) {
    const what = own(refused, name);
    if (what !== undefined) throw notImplemented(what);
    switch (name) {
      case 'RawMessageDelivery':
        if (!/^(true|false)$/i.test(value))
          throw wrong(`RawMessageDelivery: Invalid value [${value}]. Must be true or false.`);
        if (value.toLowerCase() === 'true' && !raw.has(protocol)) {
          throw wrong(`Delivery protocol [${protocol}] does not support raw message delivery.`);
        }
        break;
      case 'FilterPolicyScope':
        if (value !== 'MessageAttributes' && value !== 'MessageBody') {
          throw wrong(
            `FilterPolicyScope: Invalid value [${value}]. Please use either MessageBody or MessageAttributes`,
          );
        }
        break;
      case 'RedrivePolicy':
        assertRedrive(value, isFifo, wrong);
        break;
      case 'FilterPolicy':
      case 'DeliveryPolicy':
        break;
      default:
        throw invalidParameter('AttributeName');
    }
  }
  try {
    filterOf({ attributes });
  } catch (error) {
    if (!(error instanceof FilterProblem)) throw error;
    throw error.isOfScope ? invalidParameter(error.message) : wrong(`FilterPolicy: ${error.message}`);
  }
}

function assertRedrive(text: string, isFifo: boolean, wrong: (sentence: string) => Error): void {
  const syntax = syntaxProblem(text);
  if (syntax) throw wrong(`RedrivePolicy: failed to parse JSON. ${syntax.describe(hiddenSource)}`);
  const arn = deadLetterArn({ attributes: { RedrivePolicy: text } });
  if (arn === undefined || parseArn(arn)?.service !== 'sqs') {
    throw wrong('RedrivePolicy: deadLetterTargetArn is an invalid arn');
  }
  if (isFifo && !isFifoName(arn)) {
    throw wrong('RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.');
  }
}

type Holder = Pick<SubscriptionRecord, 'attributes'>;

const compiledMax = 1000;
const compiled = new Map<string, MessageFilter>();

/** Undefined lets everything through. Throws a FilterProblem. Each message asks it of each subscription. */
export function filterOf({ attributes }: Holder): MessageFilter | undefined {
  const { FilterPolicy: policy, FilterPolicyScope: scope = 'MessageAttributes' } = attributes;
  if (policy === undefined) return undefined;
  const key = `${scope} ${policy}`;
  const known = compiled.get(key);
  if (known) return known;
  const filter = compileFilter(policy, scope as FilterScope);
  if (compiled.size >= compiledMax) compiled.clear();
  compiled.set(key, filter);
  return filter;
}

export function isRaw({ attributes }: Holder): boolean {
  return attributes.RawMessageDelivery?.toLowerCase() === 'true';
}

/** ARN of the queue that gets what could not be delivered. */
export function deadLetterArn({ attributes }: Holder): string | undefined {
  try {
    const policy = JSON.parse(attributes.RedrivePolicy ?? '{}') as { deadLetterTargetArn?: unknown } | null;
    return typeof policy?.deadLetterTargetArn === 'string' ? policy.deadLetterTargetArn : undefined;
  } catch {
    return undefined;
  }
}

/** What GetSubscriptionAttributes shows. */
export function effectiveSubscriptionAttributes(subscription: SubscriptionRecord): Record<string, string> {
  const { accountId, region, topic } = subscription;
  const { FilterPolicyScope: scope = 'MessageAttributes', ...attributes } = subscription.attributes;
  return {
    SubscriptionArn: subscriptionArn(subscription),
    TopicArn: topicArn({ accountId, region, name: topic }),
    Protocol: subscription.protocol,
    Endpoint: subscription.endpoint,
    Owner: accountId,
    PendingConfirmation: String(subscription.isPending),
    ConfirmationWasAuthenticated: String(!subscription.isPending),
    SubscriptionPrincipal: `arn:aws:iam::${accountId}:root`,
    RawMessageDelivery: 'false',
    // Without a policy nothing has the scope.
    ...(attributes.FilterPolicy !== undefined && { FilterPolicyScope: scope }),
    ...attributes,
  };
}

const pendingProtocols = new Set(['email', 'email-json', 'http', 'https']);
const foreignProtocols = new Set(['sms', 'application', 'firehose']);

/** Whether a subscription begins as pending. Refuses protocols that this endpoint cannot serve, and wrong endpoints. */
export function checkEndpoint(protocol: string, endpoint: string, topicName: string): { isPending: boolean } {
  if (foreignProtocols.has(protocol)) throw notImplemented(`A subscription over ${protocol}`);
  if (pendingProtocols.has(protocol)) {
    const isWeb = protocol.startsWith('http');
    if (isFifoName(topicName)) throw invalidParameter(`Invalid protocol type: ${protocol}`);
    if (isWeb && !endpoint.startsWith(`${protocol}://`))
      throw invalidParameter('Endpoint must match the specified protocol');
    if (!isWeb && !/^[^@\s]+@[^@\s]+$/.test(endpoint)) throw invalidParameter('Email address');
    return { isPending: true };
  }
  const arn = parseArn(endpoint);
  if (protocol === 'lambda') {
    if (isFifoName(topicName)) throw invalidParameter('Invalid protocol type: lambda');
    if (arn?.service !== 'lambda' || !/^function:[^:]+(:[^:]+)?$/.test(arn.resource))
      throw invalidParameter('Lambda endpoint ARN');
  } else if (protocol === 'sqs') {
    if (arn?.service !== 'sqs') throw invalidParameter('SQS endpoint ARN');
    if (isFifoName(endpoint) && !isFifoName(topicName)) {
      throw invalidParameter(
        'Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics',
      );
    }
  } else {
    throw invalidParameter('Amazon SNS does not support this protocol string: ' + protocol);
  }
  return { isPending: false };
}
