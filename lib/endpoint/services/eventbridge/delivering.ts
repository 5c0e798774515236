import { randomUUID } from 'node:crypto';
import {
  failure,
  sendToTarget,
  type Delivery,
  type DeliveryVerdict,
  type SendFailure,
  type SendResult,
  type TargetDoors,
} from '../deliveries/index.ts';
import { findBus, readBusArn } from './names.ts';
import type { EventsParts } from './parts.ts';
import { routeEvent, type DeliveryContent } from './routing.ts';

const attemptsMaxDefault = 185;
const ageSecondsDefault = 86_400;
const backOffMsMax = 600_000;
/** A chain of buses ends here, so that a ring of them does. */
const hopsMax = 16;

/** One attempt to bring an event to a target. */
export async function deliver(
  parts: EventsParts,
  doors: TargetDoors,
  delivery: Delivery,
): Promise<DeliveryVerdict> {
  const content = JSON.parse(delivery.content) as DeliveryContent;
  const result = await send(parts, doors, delivery, content);
  if (result === 'sent') return 'done';
  const { RetryPolicy: retry = {} } = content.settings;
  const expiresMs = delivery.acceptedMs + (retry.MaximumEventAgeInSeconds ?? ageSecondsDefault) * 1000;
  const againMs = parts.clock.now() + Math.min(backOffMsMax, 1000 * 2 ** Math.min(delivery.attempts, 20));
  const hasAttempts = delivery.attempts < (retry.MaximumRetryAttempts ?? attemptsMaxDefault);
  if (result.isPassing && hasAttempts && againMs <= expiresMs) return { againMs };
  await giveUp(parts, doors, delivery, content, result, {
    condition: !result.isPassing
      ? undefined
      : hasAttempts
        ? 'MaximumEventAgeInSeconds'
        : 'MaximumRetryAttempts',
  });
  return 'done';
}

async function send(
  parts: EventsParts,
  doors: TargetDoors,
  { accountId }: Delivery,
  content: DeliveryContent,
): Promise<SendResult> {
  if (content.event) return forward(parts, content, content.event);
  const isFunction = content.targetArn.includes(':lambda:');
  if (isFunction && !isJson(content.body))
    return failure('INVALID_PARAMETER', 'The transformed input is not valid JSON.');
  return sendToTarget(doors, content.targetArn, {
    body: content.body,
    caller: {
      principal: 'events.amazonaws.com',
      sourceArn: content.ruleArn,
      sourceAccount: accountId,
    },
    ...(content.groupId !== undefined && { groupId: content.groupId }),
    ...(content.targetArn.endsWith('.fifo') && { deduplicationId: randomUUID() }),
    ...(content.traceHeader !== undefined && { traceHeader: content.traceHeader }),
  });
}

/** To the rules of another bus, as it is. */
async function forward(
  parts: EventsParts,
  { targetArn, hops, traceHeader }: DeliveryContent,
  event: NonNullable<DeliveryContent['event']>,
): Promise<SendResult> {
  const key = readBusArn(targetArn);
  const bus = key && findBus(parts.repository, key);
  if (!bus) return failure('NO_RESOURCE', `Event bus ${targetArn} does not exist.`);
  if (hops >= hopsMax) return failure('INVALID_PARAMETER', `The event has passed ${hopsMax} buses.`);
  await parts.commits.run(() => routeEvent(parts, bus, event, { traceHeader, hops: hops + 1 }));
  parts.deliveries.pump();
  return 'sent';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** To the target's dead-letter queue: what it would have got, and why it did not. */
async function giveUp(
  { logger }: EventsParts,
  doors: TargetDoors,
  { attempts }: Delivery,
  content: DeliveryContent,
  { code, reason }: SendFailure,
  { condition }: { condition: string | undefined },
): Promise<void> {
  const { ruleArn, targetArn, body } = content;
  const queue = content.settings.DeadLetterConfig?.Arn;
  if (queue === undefined) {
    logger.warn(
      { rule: ruleArn, target: targetArn, reason },
      'An event could not be delivered to a target of a rule and is lost',
    );
    return;
  }
  const text = (value: string) => ({ dataType: 'String', text: value });
  const sent = await sendToTarget(doors, queue, {
    body: content.event ? JSON.stringify(content.event) : body,
    attributes: {
      RULE_ARN: text(ruleArn),
      TARGET_ARN: text(targetArn),
      ERROR_CODE: text(code),
      ERROR_MESSAGE: text(reason),
      RETRY_ATTEMPTS: { dataType: 'Number', text: String(attempts) },
      ...(condition !== undefined && { EXHAUSTED_RETRY_CONDITION: text(condition) }),
    },
  });
  if (sent !== 'sent')
    logger.warn({ rule: ruleArn, queue, reason: sent.reason }, 'A dead letter of a rule is lost');
}
