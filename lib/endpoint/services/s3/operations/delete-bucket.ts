import type { DeleteBucketRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { bucketNotEmpty } from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import { bucketNow } from '../writing.ts';

export function deleteBucket(parts: S3Parts): Operation<Given<DeleteBucketRequest>> {
  const { repository, commits } = parts;
  return async (input, context) => {
    const found = findBucket(parts, input, context);
    await commits.run(() => {
      const bucket = bucketNow(parts, found);
      if (repository.hasObjects(bucket.id) || repository.hasUploads(bucket.id))
        throw bucketNotEmpty(bucket.name, bucket.versioning !== 'Unversioned');
      repository.deleteBucket(bucket.id);
    });
  };
}
