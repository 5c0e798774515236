import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { ServiceError } from '../../errors.ts';
import { failure, type SendResult } from '../deliveries/index.ts';
import type { RequestContext } from '../service.ts';
import { findBucket } from './bucket-access.ts';
import { createdEvent } from './notifications/events.ts';
import { findObject } from './object-access.ts';
import type { S3Parts } from './parts.ts';
import { writeObject } from './writing.ts';

export interface ObjectName {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
}

/** Why S3 gave no object: its own code and sentence. */
export interface ObjectRefusal {
  readonly code: string;
  readonly message: string;
}

/** Where the service stands that uses an object, and for whom. */
export type ObjectUser = Pick<RequestContext, 'accountId' | 'region'>;

/** Objects as other services of the endpoint use them, without the wire. */
export interface ObjectDoor {
  /** `too-large` when it has more bytes than that; nothing is read then. */
  read(
    user: ObjectUser,
    name: ObjectName,
    bytesMax: number,
  ): Promise<Uint8Array | 'too-large' | { readonly refusal: ObjectRefusal }>;
  /** A text into a bucket of the account; on disk when it resolves, and told of as any put. */
  put(user: ObjectUser, name: ObjectName, object: NewText): Promise<SendResult>;
}

export interface NewText {
  readonly text: string;
  readonly contentType: string;
  readonly requestId: string;
  readonly traceHeader?: string;
}

export function createObjectDoor(parts: S3Parts): ObjectDoor {
  const { repository, files, commits, notifications, clock } = parts;
  return {
    async read(user, { bucket: Bucket, key: Key, versionId }, bytesMax) {
      try {
        const bucket = findBucket(parts, { Bucket }, user);
        const object = findObject(parts, bucket, { Key, ...(versionId && { VersionId: versionId }) }, 'GET');
        if (object.size > bytesMax) return 'too-large';
        const pieces = repository.piecesOf(object.id);
        const { signal } = new AbortController();
        return await buffer(Readable.from(files.read(pieces, 0, object.size - 1, signal)));
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return { refusal: { code: error.code, message: sentence(error) } };
      }
    },
    async put(user, { bucket: Bucket, key }, { text, contentType, requestId, traceHeader }) {
      const bytes = Buffer.from(text);
      try {
        const bucket = findBucket(parts, { Bucket }, user);
        const object = {
          size: bytes.length,
          etag: createHash('md5').update(bytes).digest('hex'),
          modifiedMs: clock.now(),
          facts: { headers: { ContentType: contentType }, metadata: {}, storageClass: 'STANDARD' },
          tags: {},
        };
        const context: RequestContext = {
          ...user,
          requestId,
          headers: traceHeader === undefined ? {} : { 'x-amzn-trace-id': traceHeader },
          baseUrl: '',
          signal: new AbortController().signal,
        };
        const released = await files.keep(Readable.from([bytes]), (blob) =>
          commits.run(() => {
            const piece = { blob, bytes: bytes.length };
            const written = writeObject(parts, { bucket, key, conditions: {} }, object, [piece]);
            notifications.tell(written.bucket, createdEvent('Put', key, object, written), context);
            return written.released;
          }),
        );
        notifications.pump();
        files.release(released);
        return 'sent';
      } catch (error) {
        if (error instanceof ServiceError) return failure('NO_RESOURCE', sentence(error));
        throw error;
      }
    },
  };
}

/** Of a redirect AWS's own services tell the Region. */
function sentence({ code, message, headers }: ServiceError): string {
  if (code !== 'PermanentRedirect') return message;
  return `The bucket is in this region: ${headers['x-amz-bucket-region']}. Please use this region to retry the request`;
}
