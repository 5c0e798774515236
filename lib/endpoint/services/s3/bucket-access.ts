import { createHash } from 'node:crypto';
import type { RequestContext } from '../service.ts';
import { accessDenied, noSuchBucket, permanentRedirect } from './errors.ts';
import type { BucketRecord } from './records.ts';
import type { S3Parts } from './parts.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;
interface BucketInput {
  readonly Bucket: string;
  readonly ExpectedBucketOwner?: string | undefined;
}

/** The bucket of a request: the caller's own, in any Region. */
export function findOwnBucket(
  { repository }: Pick<S3Parts, 'repository'>,
  input: BucketInput,
  { accountId }: Pick<Place, 'accountId'>,
): BucketRecord {
  const bucket = repository.findBucket(input.Bucket);
  if (!bucket) throw noSuchBucket(input.Bucket);
  if (bucket.accountId !== accountId || (input.ExpectedBucketOwner ?? accountId) !== accountId)
    throw accessDenied();
  return bucket;
}

/** Likewise, in the Region the request was signed for. */
export function findBucket(
  parts: Pick<S3Parts, 'repository'>,
  input: BucketInput,
  place: Place,
): BucketRecord {
  const bucket = findOwnBucket(parts, input, place);
  if (bucket.region !== place.region) throw permanentRedirect(bucket.name, bucket.region);
  return bucket;
}

/** The canonical user of an account: 64 hex digits, always the same. */
export function ownerOf(accountId: string): { ID: string } {
  return { ID: createHash('sha256').update(`s3-canonical-user:${accountId}`).digest('hex') };
}
