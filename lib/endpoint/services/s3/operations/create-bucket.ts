import type { CreateBucketOutput, CreateBucketRequest } from '@aws-sdk/client-s3';
import type { Given, Operation } from '../../service.ts';
import { ServiceError } from '../../../errors.ts';
import {
  bucketAlreadyExists,
  bucketAlreadyOwnedByYou,
  invalidRequest,
  notOffered,
  refused,
} from '../errors.ts';
import type { S3Parts } from '../parts.ts';
import { assertBucketName } from '../rules/bucket-name.ts';
import { assertOffered } from '../rules/object-facts.ts';
import { bucketTagsMax, readTags } from '../rules/tags.ts';

/** AWS's quota of general purpose buckets in an account. */
const bucketsMax = 10_000;

export function createBucket(parts: S3Parts): Operation<Given<CreateBucketRequest>, CreateBucketOutput> {
  const { repository, commits, clock } = parts;
  return async (input, context) => {
    const name = input.Bucket;
    assertBucketName(name);
    assertOffered({ ACL: input.ACL, GrantRead: input.GrantRead, GrantWrite: input.GrantWrite });
    if (input.ObjectLockEnabledForBucket) throw notOffered('Object Lock');
    const configuration = input.CreateBucketConfiguration ?? {};
    if (configuration.Location !== undefined || configuration.Bucket !== undefined)
      throw notOffered('Directory buckets');
    if (input.ObjectOwnership !== undefined && input.ObjectOwnership !== 'BucketOwnerEnforced')
      throw notOffered(`The object ownership ${input.ObjectOwnership}`);
    const region = regionOf(configuration.LocationConstraint, context.region);
    const tags = configuration.Tags && readTags(configuration.Tags, bucketTagsMax);
    const { accountId } = context;
    await commits.run(() => {
      const existing = repository.findBucket(name);
      if (existing && existing.accountId !== accountId) throw bucketAlreadyExists(name);
      if (existing) {
        // Of us-east-1 AWS says that making a bucket again succeeds.
        if (existing.region === region && region === 'us-east-1') return;
        throw bucketAlreadyOwnedByYou(name);
      }
      if (repository.countBuckets(accountId) >= bucketsMax) throw refused('TooManyBuckets');
      repository.insertBucket({ accountId, region, name, createdMs: clock.now(), tags });
    });
    return { Location: `/${name}` };
  };
}

/** A bucket is made in the Region that was called; only us-east-1 takes orders for the others. */
function regionOf(constraint: string | undefined, region: string): string {
  const wanted = constraint === 'EU' ? 'eu-west-1' : constraint;
  if (wanted === 'us-east-1')
    throw new ServiceError(
      'InvalidLocationConstraint',
      400,
      'The specified location-constraint is not valid',
      { LocationConstraint: wanted },
    );
  if (wanted === undefined || wanted === '') {
    if (region === 'us-east-1') return region;
    throw illegalConstraint('unspecified');
  }
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(wanted))
    throw invalidRequest(`The location constraint ${wanted.slice(0, 100)} is no Region.`);
  if (region !== 'us-east-1' && wanted !== region) throw illegalConstraint(wanted);
  return wanted;
}

function illegalConstraint(constraint: string): ServiceError {
  return new ServiceError(
    'IllegalLocationConstraintException',
    400,
    `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}
