import type { CopyObjectOutput, CopyObjectRequest } from '@aws-sdk/client-s3';
import type { Given, Operation, RequestContext } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { checksumOutput, readAlgorithm, startChecksum } from '../checksums/checksum.ts';
import { findCopySource, type CopySource } from '../copying.ts';
import { invalidArgument, invalidRequest, notOffered } from '../errors.ts';
import { versionOutput } from '../object-access.ts';
import type { S3Parts } from '../parts.ts';
import type { Checksum, ObjectFacts, Tags } from '../records.ts';
import { assertKey, assertOffered, readFacts } from '../rules/object-facts.ts';
import { readTagHeader } from '../rules/tags.ts';
import { createdEvent } from '../notifications/events.ts';
import { etagOf, writeObject } from '../writing.ts';

type Input = Given<CopyObjectRequest>;

/** A copy shares its source's bytes. */
export function copyObject(parts: S3Parts): Operation<Input, CopyObjectOutput> {
  const { commits, files, clock, notifications } = parts;
  return async (input, context) => {
    const { Key: key } = input;
    const bucket = findBucket(parts, input, context);
    assertKey(key);
    assertOffered(input);
    assertDirectives(input);
    const source = findCopySource(parts, input, context);
    assertChanges(input, source, bucket.id);
    const checksum = await wantedChecksum(parts, input, source, context);
    const { released, written, object } = await commits.run(() => {
      // Read again: the source's bytes may have gone since.
      const now = findCopySource(parts, input, context);
      const copy = {
        size: now.object.size,
        etag: now.object.etag,
        modifiedMs: clock.now(),
        facts: { ...factsOf(input, now.object.facts), ...(checksum && { checksum }) },
        tags: tagsOf(input, now.object.tags),
      };
      const result = writeObject(parts, { bucket, key, conditions: input }, copy, now.pieces);
      notifications.tell(result.bucket, createdEvent('Copy', key, copy, result), context);
      return { released: result.released, written: result, object: copy };
    });
    notifications.pump();
    files.release(released);
    return {
      CopyObjectResult: {
        ETag: etagOf(object),
        LastModified: new Date(object.modifiedMs),
        ...checksumOutput(checksum),
      },
      ServerSideEncryption: 'AES256',
      ...versionOutput(written.bucket, written),
      ...(source.bucket.versioning !== 'Unversioned' && { CopySourceVersionId: source.object.versionId }),
    };
  };
}

function assertDirectives(input: Input): void {
  for (const [name, value] of [
    ['metadata', input.MetadataDirective],
    ['tagging', input.TaggingDirective],
  ] as const) {
    if (value !== undefined && value !== 'COPY' && value !== 'REPLACE')
      throw invalidArgument(`Unknown ${name} directive.`, {
        ArgumentName: `x-amz-${name}-directive`,
        ArgumentValue: value,
      });
  }
  if (input.AnnotationDirective !== undefined) throw notOffered('Annotations of objects');
}

function assertChanges(input: Input, source: CopySource, bucketId: number): void {
  const isSame = source.object.bucketId === bucketId && source.object.key === input.Key;
  const changes =
    input.MetadataDirective === 'REPLACE' ||
    input.StorageClass !== undefined ||
    input.WebsiteRedirectLocation !== undefined ||
    input.ServerSideEncryption !== undefined ||
    !source.object.isLatest;
  if (isSame && !changes) {
    throw invalidRequest(
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }
}

function factsOf(input: Input, source: ObjectFacts): ObjectFacts {
  if (input.MetadataDirective === 'REPLACE') return readFacts(input);
  const { WebsiteRedirectLocation: _old, ...headers } = source.headers;
  const redirect = input.WebsiteRedirectLocation;
  return {
    ...source,
    headers: { ...headers, ...(redirect !== undefined && { WebsiteRedirectLocation: redirect }) },
    // A storage class is not copied.
    storageClass: readFacts({ StorageClass: input.StorageClass }).storageClass,
  };
}

function tagsOf(input: Input, source: Tags): Tags {
  return input.TaggingDirective === 'REPLACE' ? readTagHeader(input.Tagging) : source;
}

/** The source's, or that of the algorithm asked for, for which all bytes are read. */
async function wantedChecksum(
  { files }: S3Parts,
  input: Input,
  { object, pieces }: CopySource,
  { signal }: RequestContext,
): Promise<Checksum | undefined> {
  const algorithm = readAlgorithm(input.ChecksumAlgorithm);
  const known = object.facts.checksum;
  if (!algorithm || (known?.algorithm === algorithm && known.type === 'FULL_OBJECT')) return known;
  const sum = startChecksum(algorithm);
  for await (const piece of files.read(pieces, 0, object.size - 1, signal)) sum.update(piece);
  return { algorithm, value: sum.digest().toString('base64'), type: 'FULL_OBJECT' };
}
