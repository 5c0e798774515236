import type { ListMultipartUploadsOutput, ListMultipartUploadsRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket, ownerOf } from '../bucket-access.ts';
import { encoderOf, foldList } from '../listing.ts';
import type { S3Parts } from '../parts.ts';
import { readMax } from '../rules/object-facts.ts';

export function listMultipartUploads(
  parts: S3Parts,
): Operation<Given<ListMultipartUploadsRequest>, ListMultipartUploadsOutput> {
  const { repository } = parts;
  return (input, context) => {
    const bucket = findBucket(parts, input, context);
    const { Prefix: prefix = '', Delimiter: delimiter = '', KeyMarker: after = '' } = input;
    const encode = encoderOf(input.EncodingType);
    const countMax = readMax(input.MaxUploads, 'max-uploads');
    // Without a key marker the other one is ignored, as AWS documents.
    const afterId = after === '' ? '' : (input.UploadIdMarker ?? '');
    const { items, prefixes, next } = foldList({ prefix, delimiter, countMax, after }, (from, max, isStart) =>
      repository.pageOfUploads(bucket.id, from, isStart ? afterId : '', max),
    );
    const owner = ownerOf(bucket.accountId);
    return {
      Bucket: bucket.name,
      KeyMarker: encode(after),
      UploadIdMarker: afterId,
      Prefix: encode(prefix),
      MaxUploads: countMax,
      IsTruncated: next !== undefined,
      ...(delimiter !== '' && { Delimiter: encode(delimiter) }),
      ...(input.EncodingType !== undefined && { EncodingType: input.EncodingType }),
      ...(next && { NextKeyMarker: encode(next.name), NextUploadIdMarker: next.item?.id ?? '' }),
      Uploads: items.map((upload) => ({
        UploadId: upload.id,
        Key: encode(upload.key),
        Initiated: new Date(upload.createdMs),
        StorageClass: upload.facts.storageClass as never,
        Owner: owner,
        Initiator: { ...owner, DisplayName: bucket.accountId },
        ...(upload.checksumAlgorithm && {
          ChecksumAlgorithm: upload.checksumAlgorithm,
          ChecksumType: upload.checksumType,
        }),
      })),
      CommonPrefixes: prefixes.map((name) => ({ Prefix: encode(name) })),
    };
  };
}
