import type { PutObjectTaggingOutput, PutObjectTaggingRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { findObject, versionOutput } from '../object-access.ts';
import type { S3Parts } from '../parts.ts';
import { objectTagsMax, readTags } from '../rules/tags.ts';

export function putObjectTagging(
  parts: S3Parts,
): Operation<Given<PutObjectTaggingRequest>, PutObjectTaggingOutput> {
  const { repository, commits } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    const tags = readTags(input.Tagging.TagSet, objectTagsMax);
    return commits.run(() => {
      const object = findObject(parts, bucket, input, 'PUT');
      repository.setObjectTags(object.id, tags);
      return versionOutput(bucket, object);
    });
  };
}
