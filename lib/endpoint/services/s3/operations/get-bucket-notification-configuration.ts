import type {
  GetBucketNotificationConfigurationRequest,
  NotificationConfiguration,
} from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { configurationOutput } from '../notifications/configuration.ts';
import type { S3Parts } from '../parts.ts';

export function getBucketNotificationConfiguration(
  parts: S3Parts,
): Operation<Given<GetBucketNotificationConfigurationRequest>, NotificationConfiguration> {
  return (input, context) => configurationOutput(findBucket(parts, input, context).notifications);
}
