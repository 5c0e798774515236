import type { PutBucketTaggingRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import type { S3Parts } from '../parts.ts';
import { bucketTagsMax, readTags } from '../rules/tags.ts';
import { bucketNow } from '../writing.ts';

export function putBucketTagging(parts: S3Parts): Operation<Given<PutBucketTaggingRequest>> {
  const { repository, commits } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    const tags = readTags(input.Tagging.TagSet, bucketTagsMax);
    await commits.run(() => repository.setBucketTags(bucketNow(parts, bucket).id, tags));
  };
}
