import type { ListBucketsOutput, ListBucketsRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { ownerOf } from '../bucket-access.ts';
import { invalidArgument } from '../errors.ts';
import { readToken, writeToken } from '../listing.ts';
import type { S3Parts } from '../parts.ts';

const bucketsMax = 10_000;

export function listBuckets({
  repository,
}: S3Parts): Operation<Given<ListBucketsRequest>, ListBucketsOutput> {
  return (input, { accountId }) => {
    const { MaxBuckets: countMax = bucketsMax, Prefix: prefix = '' } = input;
    if (!Number.isInteger(countMax) || countMax < 1 || countMax > bucketsMax)
      throw invalidArgument('Argument max-buckets must be an integer between 1 and 10000', {
        ArgumentName: 'max-buckets',
      });
    const after = input.ContinuationToken === undefined ? '' : readToken(input.ContinuationToken);
    const region = input.BucketRegion ?? null;
    const page = repository.pageOfBuckets(accountId, { after, prefix, region, countMax: countMax + 1 });
    const shown = page.slice(0, countMax);
    const last = shown.at(-1);
    return {
      Buckets: shown.map((bucket) => ({
        Name: bucket.name,
        CreationDate: new Date(bucket.createdMs),
        ...((input.MaxBuckets !== undefined || region !== null) && { BucketRegion: bucket.region }),
      })),
      Owner: ownerOf(accountId),
      ...(prefix !== '' && { Prefix: prefix }),
      ...(page.length > countMax && last && { ContinuationToken: writeToken(last.name) }),
    };
  };
}
