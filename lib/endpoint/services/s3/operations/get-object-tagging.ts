import type { GetObjectTaggingOutput, GetObjectTaggingRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { findObject, versionOutput } from '../object-access.ts';
import type { S3Parts } from '../parts.ts';
import { tagsOutput } from '../rules/tags.ts';

export function getObjectTagging(
  parts: S3Parts,
): Operation<Given<GetObjectTaggingRequest>, GetObjectTaggingOutput> {
  return (input, context) => {
    const bucket = findBucket(parts, input, context);
    const object = findObject(parts, bucket, input, 'GET');
    return { TagSet: tagsOutput(object.tags), ...versionOutput(bucket, object) };
  };
}
