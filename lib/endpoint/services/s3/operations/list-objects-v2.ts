import type { ListObjectsV2Output, ListObjectsV2Request } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket, ownerOf } from '../bucket-access.ts';
import { encoderOf, foldList, readToken, writeToken } from '../listing.ts';
import { listedObject } from '../listed-object.ts';
import type { S3Parts } from '../parts.ts';
import { readMax } from '../rules/object-facts.ts';

export function listObjectsV2(parts: S3Parts): Operation<Given<ListObjectsV2Request>, ListObjectsV2Output> {
  const { repository } = parts;
  return (input, context) => {
    const bucket = findBucket(parts, input, context);
    const { Prefix: prefix = '', Delimiter: delimiter = '', ContinuationToken: token } = input;
    const encode = encoderOf(input.EncodingType);
    const countMax = readMax(input.MaxKeys, 'maxKeys');
    const after = token === undefined ? (input.StartAfter ?? '') : readToken(token);
    const { items, prefixes, next } = foldList({ prefix, delimiter, countMax, after }, (from, max) =>
      repository.pageOfObjects(bucket.id, from, max),
    );
    const owner = input.FetchOwner ? { Owner: ownerOf(bucket.accountId) } : {};
    return {
      Name: bucket.name,
      Prefix: encode(prefix),
      MaxKeys: countMax,
      KeyCount: items.length + prefixes.length,
      IsTruncated: next !== undefined,
      ...(delimiter !== '' && { Delimiter: encode(delimiter) }),
      ...(input.EncodingType !== undefined && { EncodingType: input.EncodingType }),
      ...(token !== undefined && { ContinuationToken: token }),
      ...(next && { NextContinuationToken: writeToken(next.name) }),
      ...(input.StartAfter !== undefined && { StartAfter: encode(input.StartAfter) }),
      Contents: items.map((object) => ({ ...listedObject(object, encode), ...owner })),
      CommonPrefixes: prefixes.map((name) => ({ Prefix: encode(name) })),
    };
  };
}
