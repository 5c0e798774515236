import { invalidArgument, noSuchUpload } from './errors.ts';
import type { S3Parts } from './parts.ts';
import type { BucketRecord, UploadRecord } from './records.ts';

const partsMax = 10_000;

export function findUpload(
  { repository }: Pick<S3Parts, 'repository'>,
  bucket: BucketRecord,
  { Key: key, UploadId: id }: { readonly Key: string; readonly UploadId: string },
): UploadRecord {
  const upload = repository.findUpload(bucket.id, key, id);
  if (!upload) throw noSuchUpload(id);
  return upload;
}

export function assertPartNumber(number: number): void {
  if (Number.isInteger(number) && number >= 1 && number <= partsMax) return;
  throw invalidArgument('Part number must be an integer between 1 and 10000, inclusive', {
    ArgumentName: 'partNumber',
    ArgumentValue: String(number),
  });
}
