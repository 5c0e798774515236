import type { GetObjectOutput, GetObjectRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { assertMayRead } from '../conditions.ts';
import { findObject } from '../object-access.ts';
import { objectOutput } from '../object-output.ts';
import type { S3Parts } from '../parts.ts';
import { extentOf } from '../reading.ts';
import { assertOffered } from '../rules/object-facts.ts';

export function getObject(
  parts: S3Parts,
): Operation<Given<GetObjectRequest>, Omit<GetObjectOutput, 'Body'> & { Body: AsyncIterable<Uint8Array> }> {
  const { repository, files } = parts;
  return (input, context) => {
    assertOffered({ SSECustomerKey: input.SSECustomerKey });
    const bucket = findBucket(parts, input, context);
    const object = findObject(parts, bucket, input, 'GET');
    assertMayRead(input, object);
    const pieces = repository.piecesOf(object.id);
    const { first, last, contentRange, partsCount } = extentOf(object, pieces, input);
    return {
      ...objectOutput(bucket, object, input, contentRange !== undefined),
      ContentLength: last - first + 1,
      ...(contentRange !== undefined && { ContentRange: contentRange }),
      ...(partsCount !== undefined && { PartsCount: partsCount }),
      Body: files.read(pieces, first, last, context.signal),
    };
  };
}
