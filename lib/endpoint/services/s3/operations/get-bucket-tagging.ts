import type { GetBucketTaggingOutput, GetBucketTaggingRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { refused } from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import { tagsOutput } from '../rules/tags.ts';

export function getBucketTagging(
  parts: S3Parts,
): Operation<Given<GetBucketTaggingRequest>, GetBucketTaggingOutput> {
  return (input, context) => {
    const { name, tags } = findBucket(parts, input, context);
    if (!tags) throw refused('NoSuchTagSet', { BucketName: name });
    return { TagSet: tagsOutput(tags) };
  };
}
