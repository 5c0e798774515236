import { randomBytes } from 'node:crypto';
import { noSuchBucket } from './errors.ts';
import { assertMayWrite, type WriteConditions } from './conditions.ts';
import type { S3Parts } from './parts.ts';
import type { BucketRecord, NewObject, ObjectRecord, Piece } from './records.ts';

/** 32 characters that AWS might have chosen. */
export function newVersionId(): string {
  return randomBytes(24).toString('base64url').replaceAll('-', '.');
}

export interface Written {
  readonly bucket: BucketRecord;
  readonly versionId: string;
  /** Bytes of what was replaced. */
  readonly released: readonly Piece[];
}

/** Where an object goes: the bucket is looked at again in the transaction, for it may have changed while bytes came. */
export interface WritePlace {
  readonly bucket: BucketRecord;
  readonly key: string;
  readonly conditions: WriteConditions;
}

/** Inside a transaction: the bucket as it is now. */
export function bucketNow({ repository }: Pick<S3Parts, 'repository'>, bucket: BucketRecord): BucketRecord {
  const now = repository.findBucket(bucket.name);
  if (now?.id !== bucket.id) throw noSuchBucket(bucket.name);
  return now;
}

/** Inside a transaction: puts an object, as a new version where the bucket keeps them. */
export function writeObject(
  parts: S3Parts,
  place: WritePlace,
  object: NewObject,
  pieces: readonly Piece[],
): Written {
  const { repository } = parts;
  const bucket = bucketNow(parts, place.bucket);
  assertMayWrite(place.conditions, place.key, repository.findLatest(bucket.id, place.key));
  const versionId = bucket.versioning === 'Enabled' ? newVersionId() : 'null';
  const released = replaceNull(parts, bucket, place.key, versionId);
  repository.insertObject(
    { bucketId: bucket.id, key: place.key, versionId, isMarker: false },
    object,
    pieces,
  );
  return { bucket, versionId, released };
}

/** There is one version `null` of a key. */
function replaceNull(
  { repository }: S3Parts,
  bucket: BucketRecord,
  key: string,
  versionId: string,
): readonly Piece[] {
  if (versionId !== 'null') return [];
  const replaced = repository.findVersion(bucket.id, key, 'null');
  if (!replaced) return [];
  const released = repository.piecesOf(replaced.id);
  repository.deleteObject(replaced);
  return released;
}

export interface Removed {
  readonly bucket: BucketRecord;
  readonly released: readonly Piece[];
  readonly output: { readonly VersionId?: string; readonly DeleteMarker?: true };
  /** What happened, for notifications; undefined when there was nothing to remove. */
  readonly event: 'Delete' | 'DeleteMarkerCreated' | undefined;
}

/** Inside a transaction: removes a version for good, or hides a key behind a delete marker. */
export function removeObject(
  parts: S3Parts,
  place: { readonly bucket: BucketRecord; readonly key: string; readonly versionId: string | undefined },
): Removed {
  const { repository, clock } = parts;
  const bucket = bucketNow(parts, place.bucket);
  const { key } = place;
  if (place.versionId !== undefined || bucket.versioning === 'Unversioned') {
    const { versionId = 'null' } = place;
    const found = repository.findVersion(bucket.id, key, versionId);
    const output = {
      ...(place.versionId !== undefined && { VersionId: versionId }),
      ...(found?.isMarker && { DeleteMarker: true as const }),
    };
    if (!found) return { bucket, released: [], output, event: undefined };
    const released = repository.piecesOf(found.id);
    repository.deleteObject(found);
    return { bucket, released, output, event: 'Delete' };
  }
  const versionId = bucket.versioning === 'Enabled' ? newVersionId() : 'null';
  const released = replaceNull(parts, bucket, key, versionId);
  const facts = { headers: {}, metadata: {}, storageClass: 'STANDARD' };
  const marker: NewObject = { size: 0, etag: '', modifiedMs: clock.now(), facts, tags: {} };
  repository.insertObject({ bucketId: bucket.id, key, versionId, isMarker: true }, marker, []);
  const output = { VersionId: versionId, DeleteMarker: true as const };
  return { bucket, released, output, event: 'DeleteMarkerCreated' };
}

/** The etag and checksum of an answer to a write. */
export function etagOf({ etag }: Pick<ObjectRecord, 'etag'>): string {
  return `"${etag}"`;
}
