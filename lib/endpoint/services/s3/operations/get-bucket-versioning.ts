import type { GetBucketVersioningOutput, GetBucketVersioningRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import type { S3Parts } from '../parts.ts';

export function getBucketVersioning(
  parts: S3Parts,
): Operation<Given<GetBucketVersioningRequest>, GetBucketVersioningOutput> {
  return (input, context) => {
    const { versioning } = findBucket(parts, input, context);
    return versioning === 'Unversioned' ? {} : { Status: versioning };
  };
}
