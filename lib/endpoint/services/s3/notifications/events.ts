import type { RequestContext } from '../../service.ts';
import type { S3Parts } from '../parts.ts';
import type { BucketRecord, NewObject, ObjectRecord } from '../records.ts';
import type { Removed, Written } from '../writing.ts';
import type { ObjectEvent } from './record.ts';

function versioned(bucket: BucketRecord, versionId: string | undefined) {
  return bucket.versioning === 'Unversioned' ? {} : { versionId };
}

export function createdEvent(
  how: 'Put' | 'Copy' | 'CompleteMultipartUpload',
  key: string,
  { size, etag }: NewObject,
  { bucket, versionId }: Written,
): ObjectEvent {
  return { name: `s3:ObjectCreated:${how}`, key, size, etag, ...versioned(bucket, versionId) };
}

/** Tells of a removal, if there was one. */
export function tellRemoved(
  { notifications }: Pick<S3Parts, 'notifications'>,
  key: string,
  { bucket, event, output }: Removed,
  context: RequestContext,
): void {
  if (event === undefined) return;
  const name = `s3:ObjectRemoved:${event}` as const;
  notifications.tell(bucket, { name, key, ...versioned(bucket, output.VersionId) }, context);
}

export function taggedEvent(
  how: 'Put' | 'Delete',
  bucket: BucketRecord,
  { key, etag, versionId }: ObjectRecord,
): ObjectEvent {
  return { name: `s3:ObjectTagging:${how}`, key, etag, ...versioned(bucket, versionId) };
}
