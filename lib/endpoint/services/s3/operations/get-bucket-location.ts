import type { GetBucketLocationOutput, GetBucketLocationRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findOwnBucket } from '../bucket-access.ts';
import type { S3Parts } from '../parts.ts';

/** Of us-east-1 nothing is said, as ever. */
export function getBucketLocation(
  parts: S3Parts,
): Operation<Given<GetBucketLocationRequest>, GetBucketLocationOutput> {
  return (input, context) => {
    const { region } = findOwnBucket(parts, input, context);
    return region === 'us-east-1' ? {} : { LocationConstraint: region as never };
  };
}
