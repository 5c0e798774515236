import type { AbortMultipartUploadRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import type { S3Parts } from '../parts.ts';
import { findUpload } from '../uploads.ts';

const partsMax = 10_000;

export function abortMultipartUpload(parts: S3Parts): Operation<Given<AbortMultipartUploadRequest>, object> {
  const { repository, commits, files } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    const sent = await commits.run(() => {
      const { id } = findUpload(parts, bucket, input);
      const all = repository.pageOfParts(id, 0, partsMax);
      repository.deleteUpload(id);
      return all;
    });
    files.release(sent);
    return {};
  };
}
