import type { DeleteObjectTaggingOutput, DeleteObjectTaggingRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { findObject, versionOutput } from '../object-access.ts';
import type { S3Parts } from '../parts.ts';

export function deleteObjectTagging(
  parts: S3Parts,
): Operation<Given<DeleteObjectTaggingRequest>, DeleteObjectTaggingOutput> {
  const { repository, commits } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    return commits.run(() => {
      const object = findObject(parts, bucket, input, 'DELETE');
      repository.setObjectTags(object.id, {});
      return versionOutput(bucket, object);
    });
  };
}
