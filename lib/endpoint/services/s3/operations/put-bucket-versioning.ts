import type { PutBucketVersioningRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { findBucket } from '../bucket-access.ts';
import { malformedXml, notOffered } from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import { bucketNow } from '../writing.ts';

export function putBucketVersioning(parts: S3Parts): Operation<Given<PutBucketVersioningRequest>> {
  const { repository, commits } = parts;
  return async (input, context) => {
    const bucket = findBucket(parts, input, context);
    const { Status: status, MFADelete: mfaDelete } = input.VersioningConfiguration;
    if (mfaDelete === 'Enabled') throw notOffered('MFA delete');
    if (status !== 'Enabled' && status !== 'Suspended') throw malformedXml();
    await commits.run(() => repository.setVersioning(bucketNow(parts, bucket).id, status));
  };
}
