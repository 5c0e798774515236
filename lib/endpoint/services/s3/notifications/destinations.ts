import { invalidArgument } from '../errors.ts';
import type { NotificationDoors } from '../parts.ts';
import type { BucketRecord } from '../records.ts';
import { bucketArn, callerOf, hostId } from './record.ts';
import type { NotificationSettings, NotificationTarget } from './settings.ts';

/** Told to queues and topics, as AWS does, before a configuration is taken. */
function testEvent(bucket: BucketRecord, nowMs: number, requestId: string): string {
  return JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: new Date(nowMs).toISOString(),
    Bucket: bucket.name,
    RequestId: requestId,
    HostId: hostId(requestId),
  });
}

/**
 * Looks whether every target is there and lets this bucket in: functions by their resource policy, queues and topics
 * by a test event that they get. Throws AWS's refusal, which names each that does not.
 */
export async function assertDestinations(
  doors: NotificationDoors,
  bucket: BucketRecord,
  settings: NotificationSettings,
  request: { nowMs: number; requestId: string },
): Promise<void> {
  const event = testEvent(bucket, request.nowMs, request.requestId);
  const problems: [name: string, problem: string][] = [];
  for (const target of settings.targets) {
    const problem = await probe(doors, bucket, target, event);
    // Of a function AWS names a second thing, of which there is none.
    const name = target.kind === 'function' ? `${target.arn}, null` : target.arn;
    if (problem !== undefined) problems.push([name, problem]);
  }
  if (problems.length === 0) return;
  const members = problems.flatMap(([name, problem], index) => [
    [`ArgumentName${index + 1}`, name],
    [`ArgumentValue${index + 1}`, problem],
  ]);
  throw invalidArgument(
    'Unable to validate the following destination configurations',
    Object.fromEntries(members) as Record<string, string>,
  );
}

async function probe(
  doors: NotificationDoors,
  bucket: BucketRecord,
  { kind, arn }: NotificationTarget,
  event: string,
): Promise<string | undefined> {
  if (kind === 'function') {
    const checked = doors.functions.check(arn, callerOf(bucket));
    return checked === 'sent' ? undefined : `Not authorized to invoke function [${arn}]`;
  }
  if (kind === 'queue') {
    if (!doors.queues.find(arn)) return 'The destination queue does not exist';
    const sent = await doors.queues.send(arn, { body: event });
    return sent === 'sent'
      ? undefined
      : `Unable to send a test event from ${bucketArn(bucket)}: ${sent.refusal}`;
  }
  const sent = await doors.topics.publish(arn, { message: event, subject: 'Amazon S3 Notification' });
  return sent === 'sent' ? undefined : 'The destination topic does not exist';
}
