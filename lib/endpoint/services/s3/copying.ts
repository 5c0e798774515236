import { assertMayCopy } from './conditions.ts';
import { findBucket } from './bucket-access.ts';
import { invalidArgument, noSuchKey } from './errors.ts';
import { findObject } from './object-access.ts';
import type { S3Parts } from './parts.ts';
import type { BucketRecord, ObjectRecord, Piece } from './records.ts';
import type { RequestContext } from '../service.ts';

interface CopyInput {
  readonly CopySource: string;
  readonly CopySourceIfMatch?: string | undefined;
  readonly CopySourceIfNoneMatch?: string | undefined;
  readonly CopySourceIfModifiedSince?: Date | undefined;
  readonly CopySourceIfUnmodifiedSince?: Date | undefined;
  readonly ExpectedSourceBucketOwner?: string | undefined;
}

export interface CopySource {
  readonly bucket: BucketRecord;
  readonly object: ObjectRecord;
  readonly pieces: readonly Piece[];
}

/** What a copy is made of: `bucket/key`, percent-encoded, with a version after a question mark. */
export function findCopySource(parts: S3Parts, input: CopyInput, context: RequestContext): CopySource {
  const [, encoded = '', versionId] =
    /^([^?]*(?:\?(?!versionId=)[^?]*)*)(?:\?versionId=(.*))?$/s.exec(input.CopySource.replace(/^\//, '')) ??
    [];
  const path = decode(encoded);
  const slash = path.indexOf('/');
  if (slash < 1 || slash === path.length - 1) throw badSource();
  const bucket = findBucket(
    parts,
    {
      Bucket: path.slice(0, slash),
      ...(input.ExpectedSourceBucketOwner !== undefined && {
        ExpectedBucketOwner: input.ExpectedSourceBucketOwner,
      }),
    },
    context,
  );
  const Key = path.slice(slash + 1);
  const object = findObject(parts, bucket, { Key, ...(versionId && { VersionId: versionId }) }, 'GET');
  if (object.isMarker) throw noSuchKey(Key);
  assertMayCopy(
    {
      IfMatch: input.CopySourceIfMatch,
      IfNoneMatch: input.CopySourceIfNoneMatch,
      IfModifiedSince: input.CopySourceIfModifiedSince,
      IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
    },
    object,
  );
  return { bucket, object, pieces: parts.repository.piecesOf(object.id) };
}

function badSource(): Error {
  return invalidArgument('Copy Source must mention the source bucket and key: sourcebucket/sourcekey', {
    ArgumentName: 'x-amz-copy-source',
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badSource();
  }
}
