import type { PutObjectTaggingOutput, PutObjectTaggingRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { findObject, versionOutput } from '../object-access.ts';
import { taggedEvent } from '../notifications/events.ts';
import type { S3Parts } from '../parts.ts';
import { objectTagsMax, readTags } from '../rules/tags.ts';

export function putObjectTagging(
  parts: S3Parts,
): Operation<Given<PutObjectTaggingRequest>, PutObjectTaggingOutput> {
  const { repository, commits, notifications } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    const tags = readTags(input.Tagging.TagSet, objectTagsMax);
    const output = await commits.run(() => {
      const object = findObject(parts, bucket, input, 'PUT');
      repository.setObjectTags(object.id, tags);
      notifications.tell(bucket, taggedEvent('Put', bucket, object), context);
      return versionOutput(bucket, object);
    });
    notifications.pump();
    return output;
  };
}
