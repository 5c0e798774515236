import type { ListPartsOutput, ListPartsRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket, ownerOf } from '../bucket-access.ts';
import { invalidArgument } from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import { readMax } from '../rules/object-facts.ts';
import { findUpload } from '../uploads.ts';
import { etagOf } from '../writing.ts';

export function listParts(parts: S3Parts): Operation<Given<ListPartsRequest>, ListPartsOutput> {
  const { repository } = parts;
  return (input, context) => {
    const bucket = findBucket(parts, input, context);
    const upload = findUpload(parts, bucket, input);
    const countMax = readMax(input.MaxParts, 'max-parts');
    const marker = input.PartNumberMarker ?? '0';
    if (!/^\d{1,9}$/.test(marker))
      throw invalidArgument('Provided part-number-marker is not an integer', {
        ArgumentName: 'part-number-marker',
        ArgumentValue: marker.slice(0, 100),
      });
    const page = repository.pageOfParts(upload.id, Number(marker), countMax + 1);
    const shown = page.slice(0, countMax);
    const owner = ownerOf(bucket.accountId);
    const { checksumAlgorithm: algorithm } = upload;
    return {
      Bucket: bucket.name,
      Key: upload.key,
      UploadId: upload.id,
      PartNumberMarker: marker,
      NextPartNumberMarker: String(shown.at(-1)?.number ?? 0),
      MaxParts: countMax,
      IsTruncated: countMax > 0 && page.length > countMax,
      Parts: shown.map((part) => ({
        PartNumber: part.number,
        LastModified: new Date(part.modifiedMs),
        ETag: etagOf(part),
        Size: part.bytes,
        ...(algorithm && part.checksum !== undefined && { [`Checksum${algorithm}`]: part.checksum }),
      })),
      Initiator: { ...owner, DisplayName: bucket.accountId },
      Owner: owner,
      StorageClass: upload.facts.storageClass as never,
      ...(algorithm && { ChecksumAlgorithm: algorithm, ChecksumType: upload.checksumType }),
    };
  };
}
