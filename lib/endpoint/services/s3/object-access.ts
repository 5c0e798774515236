import { invalidArgument, methodNotAllowed, noSuchKey, noSuchVersion } from './errors.ts';
import type { S3Parts } from './parts.ts';
import type { BucketRecord, ObjectRecord } from './records.ts';

export interface ObjectInput {
  readonly Key: string;
  readonly VersionId?: string | undefined;
}

const versionPattern = /^(null|[\w.]{32})$/;

/** Whether a bucket may have such a version: one that never was versioned has `null` alone. */
export function isVersionId({ versioning }: BucketRecord, versionId: string): boolean {
  return versioning === 'Unversioned' ? versionId === 'null' : versionPattern.test(versionId);
}

export function assertVersionOf(bucket: BucketRecord, versionId: string | undefined): void {
  if (versionId !== undefined && !isVersionId(bucket, versionId)) throw invalidVersionId(versionId);
}

export function assertVersionId(versionId: string | undefined): void {
  if (versionId !== undefined && !versionPattern.test(versionId)) throw invalidVersionId(versionId);
}

function invalidVersionId(versionId: string) {
  return invalidArgument('Invalid version id specified', {
    ArgumentName: 'versionId',
    ArgumentValue: versionId.slice(0, 100),
  });
}

/** The version's id where the bucket is, or was, versioned. */
export function versionOutput(bucket: BucketRecord, { versionId }: Pick<ObjectRecord, 'versionId'>) {
  return bucket.versioning === 'Unversioned' ? {} : { VersionId: versionId };
}

/** The object of a request, or the version of it that was asked for; delete markers are refused as AWS does. */
export function findObject(
  { repository }: Pick<S3Parts, 'repository'>,
  bucket: BucketRecord,
  input: ObjectInput,
  method: string,
): ObjectRecord {
  const { Key: key, VersionId: versionId } = input;
  assertVersionOf(bucket, versionId);
  const object =
    versionId === undefined
      ? repository.findLatest(bucket.id, key)
      : repository.findVersion(bucket.id, key, versionId);
  if (!object) throw versionId === undefined ? noSuchKey(key) : noSuchVersion(key, versionId);
  if (!object.isMarker) return object;
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': object.versionId };
  throw versionId === undefined
    ? noSuchKey(key, headers)
    : methodNotAllowed(method, { ...headers, allow: 'DELETE' });
}
