import type { DeleteObjectTaggingOutput, DeleteObjectTaggingRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { findObject, versionOutput } from '../object-access.ts';
import { taggedEvent } from '../notifications/events.ts';
import type { S3Parts } from '../parts.ts';

export function deleteObjectTagging(
  parts: S3Parts,
): Operation<Given<DeleteObjectTaggingRequest>, DeleteObjectTaggingOutput> {
  const { repository, commits, notifications } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    const output = await commits.run(() => {
      const object = findObject(parts, bucket, input, 'DELETE');
      repository.setObjectTags(object.id, {});
      notifications.tell(bucket, taggedEvent('Delete', bucket, object), context);
      return versionOutput(bucket, object);
    });
    notifications.pump();
    return output;
  };
}
