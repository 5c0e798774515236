import type { UploadPartOutput, UploadPartRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { receive } from '../body.ts';
import { findBucket } from '../bucket-access.ts';
import { checksumOutput } from '../checksums/checksum.ts';
import { invalidRequest } from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import type { PartRecord } from '../records.ts';
import { assertOffered } from '../rules/object-facts.ts';
import { assertPartNumber, findUpload } from '../uploads.ts';
import { etagOf } from '../writing.ts';

export function uploadPart(parts: S3Parts): Operation<Given<UploadPartRequest>, UploadPartOutput> {
  const { repository, commits, files, clock } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    assertPartNumber(input.PartNumber);
    assertOffered({ SSECustomerKey: input.SSECustomerKey });
    const { checksumAlgorithm } = findUpload(parts, bucket, input);
    const receiving = receive(input.Body, input, context);
    return files.keep(receiving.stream, async (blob) => {
      const { bytes, md5, checksum } = receiving.result();
      if (checksumAlgorithm && checksum?.algorithm !== checksumAlgorithm) {
        throw invalidRequest(
          `Checksum Type mismatch occurred, expected checksum Type: ${checksumAlgorithm.toLowerCase()}, actual checksum Type: ${checksum?.algorithm.toLowerCase() ?? 'null'}`,
        );
      }
      const part: PartRecord = {
        number: input.PartNumber,
        blob,
        bytes,
        etag: md5.toString('hex'),
        checksum: checksumAlgorithm && checksum?.value,
        modifiedMs: clock.now(),
      };
      const replaced = await commits.run(() => {
        const { id } = findUpload(parts, bucket, input);
        const old = repository.findPart(id, part.number);
        repository.putPart(id, part);
        return old;
      });
      if (replaced) files.release([replaced]);
      const { ChecksumType: _whole, ...sums } = checksumOutput(checksum);
      return { ETag: etagOf(part), ServerSideEncryption: 'AES256', ...sums };
    });
  };
}
