import type { DeleteObjectOutput, DeleteObjectRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { assertMayWrite } from '../conditions.ts';
import { assertVersionId } from '../object-access.ts';
import { notOffered } from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import { removeObject } from '../writing.ts';

export function deleteObject(parts: S3Parts): Operation<Given<DeleteObjectRequest>, DeleteObjectOutput> {
  const { repository, commits, files } = parts;
  return async (input, context) => {
    const { Key: key, VersionId: versionId } = input;
    const bucket = findBucket(parts, input, context);
    assertVersionId(versionId);
    if (input.IfMatchLastModifiedTime !== undefined || input.IfMatchSize !== undefined)
      throw notOffered('A condition on the time or the size of an object');
    const removed = await commits.run(() => {
      if (input.IfMatch !== undefined)
        assertMayWrite({ IfMatch: input.IfMatch }, key, repository.findLatest(bucket.id, key));
      return removeObject(parts, { bucket, key, versionId });
    });
    files.release(removed.released);
    return removed.output;
  };
}
