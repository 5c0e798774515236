import type { ListObjectsOutput, ListObjectsRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket, ownerOf } from '../bucket-access.ts';
import { encoderOf, foldList } from '../listing.ts';
import { listedObject } from '../listed-object.ts';
import type { S3Parts } from '../parts.ts';
import { readMax } from '../rules/object-facts.ts';

export function listObjects(parts: S3Parts): Operation<Given<ListObjectsRequest>, ListObjectsOutput> {
  const { repository } = parts;
  return (input, context) => {
    const bucket = findBucket(parts, input, context);
    const { Prefix: prefix = '', Delimiter: delimiter = '', Marker: after = '' } = input;
    const encode = encoderOf(input.EncodingType);
    const countMax = readMax(input.MaxKeys, 'max-keys');
    const { items, prefixes, next } = foldList({ prefix, delimiter, countMax, after }, (from, max) =>
      repository.pageOfObjects(bucket.id, from, max),
    );
    const Owner = ownerOf(bucket.accountId);
    return {
      Name: bucket.name,
      Prefix: encode(prefix),
      Marker: encode(after),
      MaxKeys: countMax,
      IsTruncated: next !== undefined,
      ...(delimiter !== '' && { Delimiter: encode(delimiter) }),
      ...(input.EncodingType !== undefined && { EncodingType: input.EncodingType }),
      // Without a delimiter callers take the last key, as AWS documents.
      ...(next && delimiter !== '' && { NextMarker: encode(next.name) }),
      Contents: items.map((object) => ({ ...listedObject(object, encode), Owner })),
      CommonPrefixes: prefixes.map((name) => ({ Prefix: encode(name) })),
    };
  };
}
