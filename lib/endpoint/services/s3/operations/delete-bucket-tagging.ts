import type { DeleteBucketTaggingRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import type { S3Parts } from '../parts.ts';
import { bucketNow } from '../writing.ts';

export function deleteBucketTagging(parts: S3Parts): Operation<Given<DeleteBucketTaggingRequest>> {
  const { repository, commits } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    await commits.run(() => repository.setBucketTags(bucketNow(parts, bucket).id, undefined));
  };
}
