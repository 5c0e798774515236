import type { HeadBucketOutput, HeadBucketRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import type { S3Parts } from '../parts.ts';

export function headBucket(parts: S3Parts): Operation<Given<HeadBucketRequest>, HeadBucketOutput> {
  return (input, context) => ({ BucketRegion: findBucket(parts, input, context).region });
}
