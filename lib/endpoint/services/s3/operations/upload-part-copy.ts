import type { UploadPartCopyOutput, UploadPartCopyRequest } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { startChecksum } from '../checksums/checksum.ts';
import { findCopySource } from '../copying.ts';
import { refused } from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import { readCopyRange } from '../ranges.ts';
import { assertOffered } from '../rules/object-facts.ts';
import type { PartRecord } from '../records.ts';
import { assertPartNumber, findUpload } from '../uploads.ts';
import { etagOf } from '../writing.ts';

const partBytesMax = 5 * 1024 ** 3;

export function uploadPartCopy(
  parts: S3Parts,
): Operation<Given<UploadPartCopyRequest>, UploadPartCopyOutput> {
  const { repository, commits, files, clock } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    assertPartNumber(input.PartNumber);
    assertOffered({ SSECustomerKey: input.SSECustomerKey });
    const { checksumAlgorithm } = findUpload(parts, bucket, input);
    const { bucket: sourceBucket, object, pieces } = findCopySource(parts, input, context);
    const { first, last } = readCopyRange(input.CopySourceRange, object.size);
    if (last - first + 1 > partBytesMax) throw refused('EntityTooLarge');
    const md5 = createHash('md5');
    const sum = checksumAlgorithm && startChecksum(checksumAlgorithm);
    const stretch = files.read(pieces, first, last, context.signal);
    async function* summed(): AsyncGenerator<Uint8Array> {
      for await (const piece of stretch) {
        md5.update(piece);
        sum?.update(piece);
        yield piece;
      }
    }
    return files.keep(summed(), async (blob) => {
      const part: PartRecord = {
        number: input.PartNumber,
        blob,
        bytes: last - first + 1,
        etag: md5.digest('hex'),
        checksum: sum?.digest().toString('base64'),
        modifiedMs: clock.now(),
      };
      const replaced = await commits.run(() => {
        const { id } = findUpload(parts, bucket, input);
        const old = repository.findPart(id, part.number);
        repository.putPart(id, part);
        return old;
      });
      if (replaced) files.release([replaced]);
      return {
        CopyPartResult: {
          ETag: etagOf(part),
          LastModified: new Date(part.modifiedMs),
          ...(checksumAlgorithm && { [`Checksum${checksumAlgorithm}`]: part.checksum }),
        },
        ServerSideEncryption: 'AES256',
        ...(sourceBucket.versioning !== 'Unversioned' && { CopySourceVersionId: object.versionId }),
      };
    });
  };
}
