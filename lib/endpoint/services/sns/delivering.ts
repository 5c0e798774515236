import {
  sendToTarget,
  type Delivery,
  type DeliveryVerdict,
  type SendFailure,
  type SendResult,
  type TargetDoors,
} from '../deliveries/index.ts';
import { lambdaEvent, queueBody } from './envelopes.ts';
import { readTopicArn, subscriptionArn } from './names.ts';
import type { SnsParts } from './parts.ts';
import type { DeliveryContent } from './publishing.ts';
import { isFifoName, type SubscriptionRecord } from './records.ts';
import { deadLetterArn, isRaw } from './rules/subscription-attributes.ts';

/** AWS's own endpoints are tried over 23 days. */
const attemptsMax = 100_015;

/** At once, then twice after a second, then ever later up to 20 seconds, as AWS documents for its own endpoints. */
function delayMs(attempts: number): number {
  if (attempts < 3) return 0;
  return Math.min(20_000, 1000 * 2 ** Math.max(0, attempts - 5));
}

/** One attempt to bring a message to a subscription. */
export async function deliver(
  parts: SnsParts,
  doors: Omit<TargetDoors, 'topics'>,
  delivery: Delivery,
): Promise<DeliveryVerdict> {
  const content = JSON.parse(delivery.content) as DeliveryContent;
  const topic = readTopicArn(content.topicArn);
  const subscription = topic && parts.repository.findSubscription(topic, content.subscriptionId);
  // Unsubscribed meanwhile.
  if (!subscription) return 'done';
  const result = await send(doors, subscription, content);
  if (result === 'sent') return 'done';
  if (result.isPassing && delivery.attempts < attemptsMax)
    return { againMs: parts.clock.now() + delayMs(delivery.attempts) };
  await giveUp(parts, doors, subscription, content, result);
  return 'done';
}

function send(
  doors: Omit<TargetDoors, 'topics'>,
  subscription: SubscriptionRecord,
  content: DeliveryContent,
): Promise<SendResult> {
  const { endpoint, protocol, accountId } = subscription;
  const { notification } = content;
  const trace = notification.traceHeader === undefined ? {} : { traceHeader: notification.traceHeader };
  if (protocol === 'lambda') {
    return sendToTarget(doors, endpoint, {
      body: lambdaEvent(subscription, content),
      caller: { principal: 'sns.amazonaws.com', sourceArn: content.topicArn, sourceAccount: accountId },
      ...trace,
    });
  }
  const { groupId, deduplicationId } = notification;
  const raw = isRaw(subscription);
  return sendToTarget(doors, endpoint, {
    body: queueBody(subscription, content, raw),
    ...(raw && { attributes: notification.attributes }),
    ...trace,
    ...(groupId !== undefined && { groupId }),
    ...(deduplicationId !== undefined && isFifoName(endpoint) && { deduplicationId }),
  });
}

/** To the subscription's dead-letter queue: what the endpoint would have got, and why it did not. */
async function giveUp(
  { logger }: SnsParts,
  doors: Omit<TargetDoors, 'topics'>,
  subscription: SubscriptionRecord,
  content: DeliveryContent,
  { code, reason }: SendFailure,
): Promise<void> {
  const where = { subscription: subscriptionArn(subscription), endpoint: subscription.endpoint, reason };
  const queue = deadLetterArn(subscription);
  if (queue === undefined) {
    logger.warn(where, 'A message of a topic could not be delivered and is lost');
    return;
  }
  const text = (value: string) => ({ dataType: 'String', text: value });
  const { groupId, deduplicationId, messageId } = content.notification;
  const sent = await sendToTarget(doors, queue, {
    body: queueBody(subscription, content, isRaw(subscription)),
    attributes: {
      RequestID: text(messageId),
      ErrorCode: text(code),
      ErrorMessage: text(reason),
    },
    ...(isFifoName(queue) && {
      groupId: groupId ?? messageId,
      deduplicationId: deduplicationId ?? messageId,
    }),
  });
  if (sent !== 'sent')
    logger.warn({ ...where, queue, refusal: sent.reason }, 'A dead letter of a topic is lost');
}
