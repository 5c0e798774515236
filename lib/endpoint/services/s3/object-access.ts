import { invalidArgument, methodNotAllowed, noSuchKey, noSuchVersion } from './errors.ts';
import type { S3Parts } from './parts.ts';
import type { BucketRecord, ObjectRecord } from './records.ts';

export interface ObjectInput {
  readonly Key: string;
  readonly VersionId?: string | undefined;
}

const versionPattern = /^(null|[\w.]{32})$/;

export function assertVersionId(versionId: string | undefined): void {
  if (versionId !== undefined && !versionPattern.test(versionId)) {
    throw invalidArgument('Invalid version id specified', {
      ArgumentName: 'versionId',
      ArgumentValue: versionId.slice(0, 100),
    });
  }
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
  assertVersionId(versionId);
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
