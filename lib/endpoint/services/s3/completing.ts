import type { CompletedPart } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { checksumOfParts, givenChecksum } from './checksums/checksum.ts';
import { invalidRequest, malformedXml, refused } from './errors.ts';
import type { S3Parts } from './parts.ts';
import type { Checksum, NewObject, PartRecord, Piece, UploadRecord } from './records.ts';

/** Of all parts but the last. */
const partBytesMin = 5 * 1024 ** 2;
/** AWS raised it from 5 TB in 2025. */
const objectBytesMax = 50 * 1024 ** 4;

export interface Assembled {
  readonly object: NewObject;
  readonly pieces: readonly Piece[];
}

/** The object that the named parts of an upload make, in their order. */
export function assembleParts(
  { repository, clock }: S3Parts,
  upload: UploadRecord,
  named: readonly CompletedPart[] | undefined,
): Assembled {
  if (!named || named.length === 0 || named.length > 10_000) throw malformedXml();
  const parts = named.map((one) => findPart(repository, upload, one));
  parts.forEach(({ number }, index) => {
    if (index > 0 && number <= (parts[index - 1]?.number ?? 0)) throw refused('InvalidPartOrder');
  });
  parts.slice(0, -1).forEach(({ bytes, number, etag }) => {
    if (bytes < partBytesMin) {
      throw refused('EntityTooSmall', {
        ProposedSize: String(bytes),
        MinSizeAllowed: String(partBytesMin),
        PartNumber: String(number),
        ETag: etag,
      });
    }
  });
  const size = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  if (size > objectBytesMax) throw refused('EntityTooLarge');
  const md5 = createHash('md5');
  for (const { etag } of parts) md5.update(Buffer.from(etag, 'hex'));
  const checksum = wholeChecksum(upload, parts);
  return {
    object: {
      size,
      etag: `${md5.digest('hex')}-${parts.length}`,
      modifiedMs: clock.now(),
      facts: { ...upload.facts, ...(checksum && { checksum }) },
      tags: upload.tags,
    },
    pieces: parts.map(({ blob, bytes }) => ({ blob, bytes })),
  };
}

function findPart(repository: S3Parts['repository'], upload: UploadRecord, named: CompletedPart): PartRecord {
  const { PartNumber: number, ETag: etag } = named;
  if (number === undefined || etag === undefined) throw malformedXml();
  const part = repository.findPart(upload.id, number);
  const members = { UploadId: upload.id, PartNumber: String(number), ETag: etag };
  if (part?.etag !== etag.replaceAll('"', '')) throw refused('InvalidPart', members);
  const given = givenChecksum(named);
  if (given && given.algorithm === upload.checksumAlgorithm && given.value !== part.checksum)
    throw refused('InvalidPart', members);
  if (!given && upload.checksumAlgorithm && upload.checksumType === 'COMPOSITE') {
    throw invalidRequest(
      `The upload was created using a ${upload.checksumAlgorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
    );
  }
  return part;
}

function wholeChecksum(
  { checksumAlgorithm: algorithm, checksumType: type }: UploadRecord,
  parts: readonly PartRecord[],
): Checksum | undefined {
  if (!algorithm || !type) return undefined;
  return checksumOfParts(
    algorithm,
    type,
    parts.map(({ checksum = '', bytes }) => ({ value: checksum, bytes })),
  );
}
