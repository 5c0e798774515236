import { randomUUID } from 'node:crypto';
import { parseArn } from '../../../shared/arn.ts';
import {
  failure,
  sendToTarget,
  type Delivery,
  type DeliveryVerdict,
  type SendFailure,
  type TargetDoors,
} from '../deliveries/index.ts';
import type { SchedulerParts } from './parts.ts';
import { ageSecondsDefault, attemptsDefault, type DeliveryContent } from './scheduling.ts';

const backOffMsMax = 600_000;

/** One attempt to call the target of a schedule, with the rights of the schedule's role. */
export async function deliver(
  parts: Pick<SchedulerParts, 'clock' | 'logger'>,
  doors: TargetDoors,
  delivery: Delivery,
): Promise<DeliveryVerdict> {
  const content = JSON.parse(delivery.content) as DeliveryContent;
  const { Arn: arn = '', RetryPolicy: retry, SqsParameters: sqs } = content.target;
  const body = bodyOf(content, delivery.attempts + 1);
  const place = parseArn(arn);
  // The role's rights end at its account, and a schedule's at its Region.
  const isOwn = place?.account === delivery.accountId && place.region === delivery.region;
  const result = !isOwn
    ? failure('NO_PERMISSIONS', `The role has no rights on ${arn}.`)
    : await sendToTarget(doors, arn, {
        body,
        ...(sqs?.MessageGroupId !== undefined && { groupId: sqs.MessageGroupId }),
        ...(arn.endsWith('.fifo') && { deduplicationId: randomUUID() }),
      });
  if (result === 'sent') return 'done';
  const expiresMs = delivery.acceptedMs + (retry?.MaximumEventAgeInSeconds ?? ageSecondsDefault) * 1000;
  const againMs = parts.clock.now() + Math.min(backOffMsMax, 1000 * 2 ** Math.min(delivery.attempts, 20));
  const hasAttempts = delivery.attempts < (retry?.MaximumRetryAttempts ?? attemptsDefault);
  if (result.isPassing && hasAttempts && againMs <= expiresMs) return { againMs };
  await giveUp(parts, doors, { delivery, content, body, failure: result });
  return 'done';
}

/** The input, with what Scheduler knows of this attempt in place of its keywords. */
function bodyOf({ target, scheduleArn, scheduledMs, executionId }: DeliveryContent, attempt: number): string {
  const values: Readonly<Record<string, string>> = {
    'schedule-arn': scheduleArn,
    'scheduled-time': isoSeconds(scheduledMs),
    'execution-id': executionId,
    'attempt-number': String(attempt),
  };
  return (target.Input ?? '{}').replaceAll(
    /<aws\.scheduler\.([a-z-]+)>/g,
    (keyword, name: string) => values[name] ?? keyword,
  );
}

function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** To the schedule's dead-letter queue: what the target would have got, and why it did not. */
async function giveUp(
  { logger }: Pick<SchedulerParts, 'logger'>,
  doors: TargetDoors,
  lost: { delivery: Delivery; content: DeliveryContent; body: string; failure: SendFailure },
): Promise<void> {
  const { scheduleArn, target, executionId, scheduledMs } = lost.content;
  const { code, reason } = lost.failure;
  const queue = target.DeadLetterConfig?.Arn;
  if (queue === undefined) {
    logger.warn(
      { schedule: scheduleArn, target: target.Arn, reason },
      'The target of a schedule could not be called',
    );
    return;
  }
  const text = (value: string) => ({ dataType: 'String', text: value });
  const sent = await sendToTarget(doors, queue, {
    body: lost.body,
    attributes: {
      SCHEDULE_ARN: text(scheduleArn),
      TARGET_ARN: text(target.Arn ?? ''),
      EXECUTION_ID: text(executionId),
      SCHEDULED_TIME: text(isoSeconds(scheduledMs)),
      ERROR_CODE: text(code),
      ERROR_MESSAGE: text(reason),
      RETRY_ATTEMPTS: { dataType: 'Number', text: String(lost.delivery.attempts) },
      IS_PAYLOAD_TRUNCATED: text('false'),
    },
  });
  if (sent !== 'sent')
    logger.warn({ schedule: scheduleArn, queue, reason: sent.reason }, 'A dead letter of a schedule is lost');
}
