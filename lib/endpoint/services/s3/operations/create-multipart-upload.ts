import type { CreateMultipartUploadOutput, CreateMultipartUploadRequest } from '@aws-sdk/client-s3';
import { randomBytes } from 'node:crypto';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { canSpanParts, defaultChecksumType, readAlgorithm } from '../checksums/checksum.ts';
import { invalidRequest } from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import type { UploadRecord } from '../records.ts';
import { assertKey, readFacts } from '../rules/object-facts.ts';
import { readTagHeader } from '../rules/tags.ts';
import { bucketNow } from '../writing.ts';

export function createMultipartUpload(
  parts: S3Parts,
): Operation<Given<CreateMultipartUploadRequest>, CreateMultipartUploadOutput> {
  const { repository, commits, clock } = parts;
  return async (input, context) => {
    const { Key: key } = input;
    const bucket = findBucket(parts, input, context);
    assertKey(key);
    const algorithm = readAlgorithm(input.ChecksumAlgorithm);
    const upload: UploadRecord = {
      id: randomBytes(96).toString('base64url').replaceAll('-', '.'),
      bucketId: bucket.id,
      key,
      createdMs: clock.now(),
      facts: readFacts(input),
      tags: readTagHeader(input.Tagging),
      checksumAlgorithm: algorithm,
      checksumType: algorithm && (input.ChecksumType ?? defaultChecksumType(algorithm)),
    };
    assertType(upload);
    await commits.run(() => {
      bucketNow(parts, bucket);
      repository.insertUpload(upload);
    });
    return {
      Bucket: bucket.name,
      Key: key,
      UploadId: upload.id,
      ServerSideEncryption: 'AES256',
      ...(algorithm && { ChecksumAlgorithm: algorithm, ChecksumType: upload.checksumType }),
    };
  };
}

function assertType({ checksumAlgorithm: algorithm, checksumType: type }: UploadRecord): void {
  const fits =
    algorithm === undefined ||
    (type === 'FULL_OBJECT' ? canSpanParts(algorithm) : type === 'COMPOSITE' && algorithm !== 'CRC64NVME');
  if (!fits) {
    throw invalidRequest(
      `The ${type} checksum type cannot be used with the ${algorithm?.toLowerCase()} checksum algorithm.`,
    );
  }
}
