import type { HeadObjectOutput, HeadObjectRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { assertMayRead } from '../conditions.ts';
import { findObject } from '../object-access.ts';
import { objectOutput } from '../object-output.ts';
import type { S3Parts } from '../parts.ts';
import { extentOf } from '../reading.ts';
import { assertOffered } from '../rules/object-facts.ts';

export function headObject(parts: S3Parts): Operation<Given<HeadObjectRequest>, HeadObjectOutput> {
  const { repository } = parts;
  return (input, context) => {
    assertOffered({ SSECustomerKey: input.SSECustomerKey });
    const bucket = findBucket(parts, input, context);
    const object = findObject(parts, bucket, input, 'HEAD');
    assertMayRead(input, object);
    const extent = extentOf(object, repository.piecesOf(object.id), input);
    const { first, last, contentRange, partsCount } = extent;
    return {
      ...objectOutput(bucket, object, input, contentRange !== undefined),
      ContentLength: last - first + 1,
      ...(contentRange !== undefined && { ContentRange: contentRange }),
      ...(partsCount !== undefined && { PartsCount: partsCount }),
    };
  };
}
