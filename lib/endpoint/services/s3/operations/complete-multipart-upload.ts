import type { CompleteMultipartUploadOutput, CompleteMultipartUploadRequest } from '@aws-sdk/client-s3';
import { ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { checksumOutput, givenChecksum } from '../checksums/checksum.ts';
import { assembleParts } from '../completing.ts';
import { invalidRequest } from '../errors.ts';
import { versionOutput } from '../object-access.ts';
import type { S3Parts } from '../parts.ts';
import { assertOffered } from '../rules/object-facts.ts';
import { findUpload } from '../uploads.ts';
import { createdEvent } from '../notifications/events.ts';
import { etagOf, writeObject } from '../writing.ts';

const partsMax = 10_000;

export function completeMultipartUpload(
  parts: S3Parts,
): Operation<Given<CompleteMultipartUploadRequest>, CompleteMultipartUploadOutput> {
  const { repository, commits, files, notifications } = parts;
  return async (input, context) => {
    const { Key: key } = input;
    const bucket = findBucket(parts, input, context);
    assertOffered({ SSECustomerKey: input.SSECustomerKey });
    const { object, written, sent } = await commits.run(() => {
      const upload = findUpload(parts, bucket, input);
      const assembled = assembleParts(parts, upload, input.MultipartUpload?.Parts);
      assertWhole(input, assembled.object);
      const result = writeObject(
        parts,
        { bucket, key, conditions: input },
        assembled.object,
        assembled.pieces,
      );
      notifications.tell(
        result.bucket,
        createdEvent('CompleteMultipartUpload', key, assembled.object, result),
        context,
      );
      // Parts that were sent but not named go.
      const all = repository.pageOfParts(upload.id, 0, partsMax);
      repository.deleteUpload(upload.id);
      return { object: assembled.object, written: result, sent: all };
    });
    notifications.pump();
    files.release([...written.released, ...sent]);
    return {
      Location: `${context.baseUrl}/${bucket.name}/${encodeURIComponent(key).replaceAll('%2F', '/')}`,
      Bucket: bucket.name,
      Key: key,
      ETag: etagOf(object),
      ServerSideEncryption: 'AES256',
      ...versionOutput(written.bucket, written),
      ...checksumOutput(object.facts.checksum),
    };
  };
}

/** What the caller expects of the whole. */
function assertWhole(
  input: Given<CompleteMultipartUploadRequest>,
  {
    size,
    facts: { checksum },
  }: { size: number; facts: { checksum?: { algorithm: string; value: string; type: string } } },
): void {
  if (input.MpuObjectSize !== undefined && input.MpuObjectSize !== size) {
    throw invalidRequest(
      `The provided 'x-amz-mp-object-size' header value ${input.MpuObjectSize} does not match what was computed: ${size}`,
    );
  }
  if (input.ChecksumType !== undefined && checksum && input.ChecksumType !== checksum.type) {
    throw invalidRequest(
      `The upload was created using the ${checksum.type} checksum mode. The complete request must use the same checksum mode.`,
    );
  }
  const given = givenChecksum(input);
  if (given && (given.algorithm !== checksum?.algorithm || !isSame(given.value, checksum.value)))
    throw new ServiceError(
      'BadDigest',
      400,
      `The ${given.algorithm} you specified did not match the calculated checksum.`,
    );
}

/** Clients may leave away the number of parts. */
function isSame(given: string, computed: string): boolean {
  return given === computed || given === computed.replace(/-\d+$/, '');
}
