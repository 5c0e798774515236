import type { DeleteObjectOutput, DeleteObjectRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { assertMayWrite } from '../conditions.ts';
import { assertVersionOf } from '../object-access.ts';
import { notOffered } from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import { tellRemoved } from '../notifications/events.ts';
import { removeObject } from '../writing.ts';

export function deleteObject(parts: S3Parts): Operation<Given<DeleteObjectRequest>, DeleteObjectOutput> {
  const { repository, commits, files, notifications } = parts;
  return async (input, context) => {
    const { Key: key, VersionId: versionId } = input;
    const bucket = findBucket(parts, input, context);
    assertVersionOf(bucket, versionId);
    if (input.IfMatchLastModifiedTime !== undefined || input.IfMatchSize !== undefined)
      throw notOffered('A condition on the time or the size of an object');
    const removed = await commits.run(() => {
      if (input.IfMatch !== undefined)
        assertMayWrite({ IfMatch: input.IfMatch }, key, repository.findLatest(bucket.id, key));
      const result = removeObject(parts, { bucket, key, versionId });
      tellRemoved(parts, key, result, context);
      return result;
    });
    notifications.pump();
    files.release(removed.released);
    return removed.output;
  };
}
