import type { PutObjectOutput, PutObjectRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { receive } from '../body.ts';
import { findBucket } from '../bucket-access.ts';
import { checksumOutput } from '../checksums/checksum.ts';
import { notOffered } from '../errors.ts';
import { versionOutput } from '../object-access.ts';
import type { S3Parts } from '../parts.ts';
import { assertKey, readFacts } from '../rules/object-facts.ts';
import { readTagHeader } from '../rules/tags.ts';
import { createdEvent } from '../notifications/events.ts';
import { etagOf, writeObject } from '../writing.ts';

export function putObject(parts: S3Parts): Operation<Given<PutObjectRequest>, PutObjectOutput> {
  const { commits, files, clock, notifications } = parts;
  return async (input, context) => {
    const { Key: key, Body: body } = input;
    const bucket = findBucket(parts, input, context);
    assertKey(key);
    if (input.IfNoneMatch !== undefined && input.IfNoneMatch !== '*')
      throw notOffered('If-None-Match with anything but *');
    const facts = readFacts(input);
    const tags = readTagHeader(input.Tagging);
    const receiving = receive(body, input, context);
    const place = { bucket, key, conditions: input };
    return files.keep(receiving.stream, async (blob) => {
      const { bytes, md5, checksum } = receiving.result();
      const object = {
        size: bytes,
        etag: md5.toString('hex'),
        modifiedMs: clock.now(),
        facts: { ...facts, ...(checksum && { checksum }) },
        tags,
      };
      const written = await commits.run(() => {
        const result = writeObject(parts, place, object, [{ blob, bytes }]);
        notifications.tell(result.bucket, createdEvent('Put', key, object, result), context);
        return result;
      });
      notifications.pump();
      files.release(written.released);
      return {
        ETag: etagOf(object),
        ServerSideEncryption: 'AES256',
        ...versionOutput(written.bucket, written),
        ...checksumOutput(checksum),
      };
    });
  };
}
