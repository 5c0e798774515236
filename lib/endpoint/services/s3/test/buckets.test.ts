import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketTaggingCommand,
  GetBucketLocationCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { sendRaw } from '../../../http/test/raw-request.ts';
import { openS3, refusal } from './harness.ts';

test('a bucket is created, found, listed and deleted', async () => {
  await using s3 = await openS3();
  const { client } = s3;
  expect(await client.send(new CreateBucketCommand({ Bucket: 'photos' }))).toMatchObject({
    Location: '/photos',
  });
  await client.send(new CreateBucketCommand({ Bucket: 'archive' }));
  expect(await client.send(new HeadBucketCommand({ Bucket: 'photos' }))).toMatchObject({
    BucketRegion: 'us-east-1',
  });
  const listed = await client.send(new ListBucketsCommand({}));
  expect(listed.Buckets?.map(({ Name }) => Name)).toEqual(['archive', 'photos']);
  expect(listed.Buckets?.[0]?.CreationDate).toEqual(new Date(s3.clock.now()));
  expect(listed.Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
  const first = await client.send(new ListBucketsCommand({ MaxBuckets: 1 }));
  const { ContinuationToken } = first;
  expect(first.Buckets).toMatchObject([{ Name: 'archive', BucketRegion: 'us-east-1' }]);
  const second = await client.send(new ListBucketsCommand({ MaxBuckets: 1, ContinuationToken }));
  expect(second).toMatchObject({ Buckets: [{ Name: 'photos' }] });
  expect(second.ContinuationToken).toBeUndefined();
  await client.send(new DeleteBucketCommand({ Bucket: 'photos' }));
  expect(await refusal(client.send(new HeadBucketCommand({ Bucket: 'photos' })))).toContain('NotFound 404');
  expect(await refusal(client.send(new DeleteBucketCommand({ Bucket: 'photos' })))).toBe(
    'NoSuchBucket 404: The specified bucket does not exist',
  );
});

test('names and owners are checked', async () => {
  await using s3 = await openS3();
  const { client } = s3;
  const create = (Bucket: string) => new CreateBucketCommand({ Bucket });
  for (const name of ['ab', 'Upper', 'a..b', '1.2.3.4', '-a-', 'xn--abc'])
    expect(await refusal(client.send(create(name)))).toContain('InvalidBucketName 400');
  await client.send(create('mine'));
  // As AWS says of us-east-1.
  await client.send(create('mine'));
  const other = s3.clientFor({ credentials: { accessKeyId: '111122223333', secretAccessKey: 'x' } });
  expect(await refusal(other.send(create('mine')))).toContain('BucketAlreadyExists 409');
  expect(await other.send(new ListBucketsCommand({})).then(({ Buckets = [] }) => Buckets)).toEqual([]);
  expect(await refusal(other.send(new PutObjectCommand({ Bucket: 'mine', Key: 'k', Body: 'x' })))).toBe(
    'AccessDenied 403: Access Denied',
  );
  const owner = new HeadBucketCommand({ Bucket: 'mine', ExpectedBucketOwner: '111122223333' });
  expect(await refusal(client.send(owner))).toContain('403');
});

test('a bucket answers in its Region, and says which it is elsewhere', async () => {
  await using s3 = await openS3();
  const paris = s3.clientFor({ region: 'eu-west-3' });
  await paris.send(new CreateBucketCommand({ Bucket: 'paris' }));
  expect(await refusal(paris.send(new CreateBucketCommand({ Bucket: 'paris' })))).toContain(
    'BucketAlreadyOwnedByYou 409',
  );
  const elsewhere = await refusal(s3.client.send(new PutObjectCommand({ Bucket: 'paris', Key: 'k' })));
  expect(elsewhere).toContain(
    'PermanentRedirect 301: The bucket you are attempting to access must be addressed',
  );
  const raw = await sendRaw(s3.port, { method: 'HEAD', path: '/paris', service: 's3' });
  expect(raw).toMatchObject({ status: 301, headers: { 'x-amz-bucket-region': 'eu-west-3' } });
  expect(await s3.client.send(new GetBucketLocationCommand({ Bucket: 'paris' }))).toMatchObject({
    LocationConstraint: 'eu-west-3',
  });
  const location = await sendRaw(s3.port, { method: 'GET', path: '/paris?location', service: 's3' });
  expect(location.text).toContain(
    '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">eu-west-3</LocationConstraint>',
  );
  const wrong = new CreateBucketCommand({
    Bucket: 'other',
    CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
  });
  expect(await refusal(paris.send(wrong))).toContain('IllegalLocationConstraintException 400');
  // The SDK follows when it is told to.
  const following = s3.clientFor({ followRegionRedirects: true });
  await following.send(new PutObjectCommand({ Bucket: 'paris', Key: 'k', Body: 'x' }));
});

test('versioning and tags are set and read; a bucket with objects stays', async () => {
  await using s3 = await openS3();
  const { client } = s3;
  const Bucket = 'settings';
  await client.send(new CreateBucketCommand({ Bucket }));
  expect((await client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
  await client.send(
    new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
  );
  expect(await client.send(new GetBucketVersioningCommand({ Bucket }))).toMatchObject({ Status: 'Enabled' });
  expect(await refusal(client.send(new GetBucketTaggingCommand({ Bucket })))).toBe(
    'NoSuchTagSet 404: The TagSet does not exist',
  );
  const TagSet = [{ Key: 'team', Value: 'blue and green' }];
  await client.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
  expect(await client.send(new GetBucketTaggingCommand({ Bucket }))).toMatchObject({ TagSet });
  const twice = { TagSet: [...TagSet, ...TagSet] };
  expect(await refusal(client.send(new PutBucketTaggingCommand({ Bucket, Tagging: twice })))).toBe(
    'InvalidTag 400: Cannot provide multiple Tags with the same key',
  );
  await client.send(new DeleteBucketTaggingCommand({ Bucket }));
  expect(await refusal(client.send(new GetBucketTaggingCommand({ Bucket })))).toContain('NoSuchTagSet');
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  expect(await refusal(client.send(new DeleteBucketCommand({ Bucket })))).toBe(
    'BucketNotEmpty 409: The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
  );
  expect(s3.failures).toEqual([]);
});
