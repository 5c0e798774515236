import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type ListObjectsV2CommandInput,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { openS3, refusal } from './harness.ts';

const Bucket = 'bucket';

async function open(keys: readonly string[]) {
  const s3 = await openS3();
  await s3.client.send(new CreateBucketCommand({ Bucket }));
  await Promise.all(keys.map((Key) => s3.client.send(new PutObjectCommand({ Bucket, Key, Body: Key }))));
  return s3;
}

test('keys come in the order of their bytes, by prefix, folded and in pages', async () => {
  const keys = ['a.txt', 'b/1', 'b/2', 'b/c/3', 'b0', 'd/', 'ü', '\u{1F600}', '\uFF5E'];
  await using s3 = await open(keys);
  const { client } = s3;
  const list = async (more: Partial<ListObjectsV2CommandInput> = {}) => {
    const pages: (string | undefined)[][] = [];
    for await (const page of paginateListObjectsV2({ client }, { Bucket, ...more }))
      pages.push([
        ...(page.Contents ?? []).map(({ Key }) => Key),
        ...(page.CommonPrefixes ?? []).map(({ Prefix }) => `${Prefix}…`),
      ]);
    return pages;
  };
  const sorted = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(await list()).toEqual([sorted]);
  expect(await list({ MaxKeys: 4 })).toEqual([sorted.slice(0, 4), sorted.slice(4, 8), sorted.slice(8)]);
  expect(await list({ Delimiter: '/' })).toEqual([['a.txt', 'b0', 'ü', '\uFF5E', '\u{1F600}', 'b/…', 'd/…']]);
  expect(await list({ Delimiter: '/', MaxKeys: 2 })).toEqual([
    ['a.txt', 'b/…'],
    ['b0', 'd/…'],
    ['ü', '\uFF5E'],
    ['\u{1F600}'],
  ]);
  expect(await list({ Delimiter: '/', Prefix: 'b/' })).toEqual([['b/1', 'b/2', 'b/c/…']]);
  expect(await list({ Prefix: 'b', StartAfter: 'b/2' })).toEqual([['b/c/3', 'b0']]);
  expect(await list({ Prefix: 'none' })).toEqual([[]]);
  const encoded = await client.send(
    new ListObjectsV2Command({ Bucket, Prefix: 'ü', EncodingType: 'url', FetchOwner: true }),
  );
  expect(encoded).toMatchObject({ Prefix: '%C3%BC', KeyCount: 1, Contents: [{ Key: '%C3%BC', Size: 2 }] });
  expect(encoded.Contents?.[0]?.Owner?.ID).toHaveLength(64);
  const bad = new ListObjectsV2Command({ Bucket, ContinuationToken: 'made up' });
  expect(await refusal(client.send(bad))).toBe(
    'InvalidArgument 400: The continuation token provided is incorrect',
  );
});

test('the first version of the operation pages by markers', async () => {
  await using s3 = await open(['a', 'b/1', 'b/2', 'c']);
  const first = await s3.client.send(new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 2 }));
  expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'b/', CommonPrefixes: [{ Prefix: 'b/' }] });
  const { NextMarker: Marker } = first;
  const second = await s3.client.send(new ListObjectsCommand({ Bucket, Delimiter: '/', Marker }));
  expect(second).toMatchObject({ IsTruncated: false, Contents: [{ Key: 'c' }] });
  expect(second.CommonPrefixes).toBeUndefined();
});

test('versions are kept, listed newest first, hidden by markers and removed for good', async () => {
  await using s3 = await open(['k']);
  const { client } = s3;
  const versioning = (Status: 'Enabled' | 'Suspended') =>
    client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
  const put = async (Body: string) =>
    (await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body }))).VersionId ?? '';
  const text = async (VersionId?: string) =>
    (
      await client.send(new GetObjectCommand({ Bucket, Key: 'k', ...(VersionId && { VersionId }) }))
    ).Body?.transformToString();
  await versioning('Enabled');
  const one = await put('one');
  const two = await put('two');
  expect(one).toMatch(/^[\w.]{32}$/);
  expect([await text(), await text(one), await text('null')]).toEqual(['two', 'one', 'k']);
  const marker = await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
  expect(marker.DeleteMarker).toBe(true);
  expect(await refusal(text())).toContain('NoSuchKey 404');
  expect(await refusal(text(marker.VersionId))).toContain('MethodNotAllowed 405');
  expect((await client.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
  const page = await client.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 2 }));
  expect(page).toMatchObject({
    IsTruncated: true,
    NextKeyMarker: 'k',
    NextVersionIdMarker: two,
    DeleteMarkers: [{ VersionId: marker.VersionId, IsLatest: true }],
    Versions: [{ VersionId: two, IsLatest: false, Size: 3 }],
  });
  const rest = await client.send(
    new ListObjectVersionsCommand({ Bucket, KeyMarker: 'k', VersionIdMarker: two }),
  );
  expect(rest.Versions?.map(({ VersionId }) => VersionId)).toEqual([one, 'null']);
  // Without its marker the key is back.
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: marker.VersionId }));
  expect(await text()).toBe('two');
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: two }));
  expect(await text()).toBe('one');
  await versioning('Suspended');
  expect(await put('null again')).toBe('null');
  expect(await text('null')).toBe('null again');
  expect(await s3.client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }))).toMatchObject({
    VersionId: 'null',
    DeleteMarker: true,
  });
  expect(await refusal(text('null'))).toContain('405');
  expect(await s3.files()).toEqual({ kept: 1, half: 0 });
});
