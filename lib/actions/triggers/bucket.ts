import 'server-only';
import {
  GetBucketNotificationConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  type Event,
  type LambdaFunctionConfiguration,
} from '@aws-sdk/client-s3';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import { linesOf } from '@/lib/forms/mapping';
import { forgetCaller, withCaller, type TriggerTarget } from './target';

/** Buckets are named in forms and in ARNs. */
export function bucketName(text: string): string {
  return text.trim().replace(/^arn:[^:]+:s3:::/, '');
}

function notificationOf(
  target: TriggerTarget,
  values: TriggerValues,
  id: string,
): LambdaFunctionConfiguration {
  const rules = [
    { Name: 'prefix' as const, Value: values.prefix },
    { Name: 'suffix' as const, Value: values.suffix },
  ].filter(({ Value }) => Value !== '');
  return {
    Id: id,
    LambdaFunctionArn: target.arn,
    Events: linesOf(values.events) as Event[],
    ...(rules.length > 0 && { Filter: { Key: { FilterRules: rules } } }),
  };
}

/** One document holds all notifications of a bucket: it is read, changed and written as a whole. */
async function changeNotifications(
  target: TriggerTarget,
  bucket: string,
  change: (own: readonly LambdaFunctionConfiguration[]) => readonly LambdaFunctionConfiguration[],
): Promise<void> {
  const s3 = await target.aws.s3();
  const { $metadata, ...found } = await s3.send(
    new GetBucketNotificationConfigurationCommand({ Bucket: bucket }),
  );
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: bucket,
      NotificationConfiguration: {
        ...found,
        LambdaFunctionConfigurations: [...change(found.LambdaFunctionConfigurations ?? [])],
      },
    }),
  );
}

const callerOf = (target: TriggerTarget, bucket: string) => ({
  principal: 's3.amazonaws.com',
  sourceArn: `arn:${target.partition}:s3:::${bucket}`,
  sourceAccount: target.account,
});

/** Adds a notification to a bucket and lets the bucket in. */
export async function connectBucket(target: TriggerTarget, values: TriggerValues): Promise<void> {
  const bucket = bucketName(values.source);
  const id = `lambdeck-${target.functionName}-${Date.now().toString(36)}`;
  await withCaller(target, callerOf(target, bucket), () =>
    changeNotifications(target, bucket, (all) => [...all, notificationOf(target, values, id)]),
  );
}

export async function changeBucket(
  target: TriggerTarget,
  ref: { readonly bucket: string; readonly notification: string },
  values: TriggerValues,
): Promise<void> {
  await changeNotifications(target, ref.bucket, (all) => [
    ...all.filter(({ Id }) => Id !== ref.notification),
    notificationOf(target, values, ref.notification),
  ]);
}

/** Removes the notification; the permission goes with the function's last one of this bucket. */
export async function disconnectBucket(
  target: TriggerTarget,
  ref: { readonly bucket: string; readonly notification: string },
): Promise<void> {
  let isLast = true;
  try {
    await changeNotifications(target, ref.bucket, (all) => {
      const rest = all.filter(({ Id }) => Id !== ref.notification);
      isLast = !rest.some(({ LambdaFunctionArn }) => LambdaFunctionArn === target.arn);
      return rest;
    });
  } catch (error) {
    if ((error as Error).name !== 'NoSuchBucket') throw error;
  }
  if (isLast) await forgetCaller(target, (sourceArn) => bucketName(sourceArn) === ref.bucket);
}
