import { checksumOutput } from './checksums/checksum.ts';
import type { BucketRecord, ObjectRecord } from './records.ts';
import { versionOutput } from './object-access.ts';
import { etagOf } from './writing.ts';

interface ReadInput {
  readonly ChecksumMode?: string | undefined;
  readonly ResponseCacheControl?: string | undefined;
  readonly ResponseContentDisposition?: string | undefined;
  readonly ResponseContentEncoding?: string | undefined;
  readonly ResponseContentLanguage?: string | undefined;
  readonly ResponseContentType?: string | undefined;
  readonly ResponseExpires?: Date | undefined;
}

/** What GetObject and HeadObject answer beside length and bytes. */
export function objectOutput(bucket: BucketRecord, object: ObjectRecord, input: ReadInput, isPart: boolean) {
  const { facts } = object;
  const expires =
    input.ResponseExpires ?? (facts.expiresMs === undefined ? undefined : new Date(facts.expiresMs));
  const tagCount = Object.keys(object.tags).length;
  // As AWS does, "Default encryption" of a bucket is named in each answer.
  return {
    ...facts.headers,
    ...overrides(input),
    ServerSideEncryption: 'AES256' as const,
    Metadata: facts.metadata,
    ETag: etagOf(object),
    LastModified: new Date(object.modifiedMs),
    AcceptRanges: 'bytes',
    ...versionOutput(bucket, object),
    ...(expires && { Expires: expires }),
    ...(facts.storageClass !== 'STANDARD' && { StorageClass: facts.storageClass as never }),
    ...(tagCount > 0 && { TagCount: tagCount }),
    // Of a part of an object the whole's checksum would be the wrong one.
    ...(input.ChecksumMode === 'ENABLED' && !isPart && checksumOutput(facts.checksum)),
  };
}

function overrides(input: ReadInput): Record<string, string> {
  const given = {
    CacheControl: input.ResponseCacheControl,
    ContentDisposition: input.ResponseContentDisposition,
    ContentEncoding: input.ResponseContentEncoding,
    ContentLanguage: input.ResponseContentLanguage,
    ContentType: input.ResponseContentType,
  };
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
