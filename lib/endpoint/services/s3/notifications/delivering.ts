import {
  sendToTarget,
  type Delivery,
  type DeliveryLogger,
  type DeliveryVerdict,
  type SendResult,
} from '../../deliveries/index.ts';
import type { Clock } from '../../clock.ts';
import type { NotificationDoors } from '../parts.ts';
import type { S3Repository } from '../repository.ts';
import { callerOf } from './record.ts';
import type { DeliveryContent } from './notify.ts';

/** Unconfirmed: AWS only says that it tries again. */
const ageMsMax = 86_400_000;
const backOffMsMax = 600_000;

interface Parts {
  readonly repository: S3Repository;
  readonly clock: Clock;
  readonly logger: DeliveryLogger;
}

/** One attempt to bring an event to a target. */
export async function deliver(
  { repository, clock, logger }: Parts,
  doors: NotificationDoors,
  delivery: Delivery,
): Promise<DeliveryVerdict> {
  const content = JSON.parse(delivery.content) as DeliveryContent;
  const { targetArn } = content;
  const result = await send(repository, doors, content);
  if (result === 'sent') return 'done';
  const againMs = clock.now() + Math.min(backOffMsMax, 1000 * 2 ** Math.min(delivery.attempts, 20));
  if (result.isPassing && againMs < delivery.acceptedMs + ageMsMax) return { againMs };
  logger.warn(
    { bucket: content.bucket, target: targetArn, reason: result.reason },
    'The event of a bucket could not be delivered and is lost',
  );
  return 'done';
}

async function send(
  repository: S3Repository,
  doors: NotificationDoors,
  { bucket: name, targetArn, body, bus, traceHeader }: DeliveryContent,
): Promise<SendResult> {
  const trace = traceHeader === undefined ? {} : { traceHeader };
  if (bus) return doors.buses.put(targetArn, { source: 'aws.s3', detail: body, ...bus, ...trace });
  const bucket = repository.findBucket(name);
  return sendToTarget(doors, targetArn, {
    body,
    subject: 'Amazon S3 Notification',
    // A bucket that has gone since can no longer prove who calls.
    ...(bucket && { caller: callerOf(bucket) }),
    ...trace,
  });
}
