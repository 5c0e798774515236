import type {
  DeletedObject,
  DeleteObjectsOutput,
  DeleteObjectsRequest,
  _Error,
  ObjectIdentifier,
} from '@aws-sdk/client-s3';
import { ServiceError } from '../../../errors.ts';
import type { Given, Operation, RequestContext } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { malformedXml, noSuchVersion, notOffered } from '../errors.ts';
import { isVersionId } from '../object-access.ts';
import { assertKey } from '../rules/object-facts.ts';
import type { S3Parts } from '../parts.ts';
import type { BucketRecord, Piece } from '../records.ts';
import { tellRemoved } from '../notifications/events.ts';
import { removeObject } from '../writing.ts';

const keysMax = 1000;

export function deleteObjects(parts: S3Parts): Operation<Given<DeleteObjectsRequest>, DeleteObjectsOutput> {
  const { commits, files, notifications } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    const { Objects: objects = [], Quiet: isQuiet = false } = input.Delete;
    if (objects.length === 0 || objects.length > keysMax) throw malformedXml();
    const outcomes = await commits.run(() =>
      objects.map((object) => removeOne(parts, bucket, object, context)),
    );
    notifications.pump();
    files.release(outcomes.flatMap(({ released }) => released));
    const errors = outcomes.flatMap(({ error }) => error ?? []);
    const deleted = outcomes.flatMap(({ deleted: one }) => one ?? []);
    return {
      ...(!isQuiet && { Deleted: deleted }),
      ...(errors.length > 0 && { Errors: errors }),
    };
  };
}

interface Outcome {
  readonly released: readonly Piece[];
  readonly deleted?: DeletedObject;
  readonly error?: _Error;
}

/** One key's refusal concerns it alone. */
function removeOne(
  parts: S3Parts,
  bucket: BucketRecord,
  object: ObjectIdentifier,
  context: RequestContext,
): Outcome {
  const { Key: key = '', VersionId: versionId } = object;
  const named = { Key: key, ...(versionId !== undefined && { VersionId: versionId }) };
  try {
    assertKey(key);
    if (versionId !== undefined && !isVersionId(bucket, versionId)) throw noSuchVersion(key, versionId);
    if (object.ETag !== undefined || object.LastModifiedTime !== undefined || object.Size !== undefined)
      throw notOffered('A condition on one of many objects');
    const removed = removeObject(parts, { bucket, key, versionId });
    tellRemoved(parts, key, removed, context);
    const { released, output } = removed;
    const { VersionId, DeleteMarker } = output;
    const marker = DeleteMarker && VersionId !== undefined && { DeleteMarkerVersionId: VersionId };
    return { released, deleted: { ...named, ...(DeleteMarker && { DeleteMarker }), ...marker } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { released: [], error: { ...named, Code: error.code, Message: error.message } };
  }
}
