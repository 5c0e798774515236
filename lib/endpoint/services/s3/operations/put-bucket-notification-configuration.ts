import type { PutBucketNotificationConfigurationRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { readConfiguration } from '../notifications/configuration.ts';
import { assertDestinations } from '../notifications/destinations.ts';
import type { S3Parts } from '../parts.ts';
import { bucketNow } from '../writing.ts';

export function putBucketNotificationConfiguration(
  parts: S3Parts,
): Operation<Given<PutBucketNotificationConfigurationRequest>> {
  const { repository, commits, clock } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    const settings = readConfiguration(input.NotificationConfiguration, bucket.region);
    if (!input.SkipDestinationValidation) {
      const request = { nowMs: clock.now(), requestId: context.requestId };
      await assertDestinations(parts.doors(), bucket, settings, request);
    }
    await commits.run(() => repository.setNotifications(bucketNow(parts, bucket).id, settings));
  };
}
