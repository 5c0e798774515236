import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectTaggingCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type GetObjectCommandInput,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { sendRaw } from '../../../http/test/raw-request.ts';
import { openS3, refusal } from './harness.ts';

const Bucket = 'bucket';

async function open() {
  const s3 = await openS3();
  await s3.client.send(new CreateBucketCommand({ Bucket }));
  return {
    ...s3,
    put: (Key: string, Body: PutObjectCommandInput['Body'], more: Partial<PutObjectCommandInput> = {}) =>
      s3.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more })),
    get: (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
      s3.client.send(new GetObjectCommand({ Bucket, Key, ...more })),
    async text(Key: string, more: Partial<GetObjectCommandInput> = {}) {
      const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
      return Body?.transformToString();
    },
  };
}

test('an object comes back with what was put, its etag and its headers', async () => {
  await using s3 = await open();
  const etag = `"${createHash('md5').update('hello').digest('hex')}"`;
  const put = await s3.put("a b/ü&'(1)*.txt", 'hello', {
    ContentType: 'text/plain',
    CacheControl: 'max-age=1',
    Metadata: { Owner: 'me' },
    Expires: new Date('2030-01-01T00:00:00Z'),
  });
  expect(put).toMatchObject({ ETag: etag, ServerSideEncryption: 'AES256' });
  expect(put.VersionId).toBeUndefined();
  const got = await s3.get("a b/ü&'(1)*.txt");
  expect(await got.Body?.transformToString()).toBe('hello');
  const facts = {
    ETag: etag,
    ContentLength: 5,
    ContentType: 'text/plain',
    CacheControl: 'max-age=1',
    Metadata: { owner: 'me' },
    AcceptRanges: 'bytes',
    ExpiresString: 'Tue, 01 Jan 2030 00:00:00 GMT',
  };
  expect(got).toMatchObject(facts);
  const head = await s3.client.send(new HeadObjectCommand({ Bucket, Key: "a b/ü&'(1)*.txt" }));
  expect(head).toMatchObject(facts);
  expect(head.LastModified?.getTime()).toBe(Math.floor(s3.clock.now() / 1000) * 1000);
  const other = await s3.get("a b/ü&'(1)*.txt", { ResponseContentType: 'text/html' });
  expect(other.ContentType).toBe('text/html');
  await s3.put('plain', Buffer.alloc(0));
  expect(await s3.get('plain')).toMatchObject({ ContentLength: 0, ContentType: 'application/octet-stream' });
  expect(s3.failures).toEqual([]);
});

test('what is missing is refused in the words of AWS', async () => {
  await using s3 = await open();
  expect(await refusal(s3.get('none'))).toBe('NoSuchKey 404: The specified key does not exist.');
  expect(await refusal(s3.client.send(new HeadObjectCommand({ Bucket, Key: 'none' })))).toContain(
    'NotFound 404',
  );
  expect(await refusal(s3.get('none', { Bucket: 'nowhere' }))).toBe(
    'NoSuchBucket 404: The specified bucket does not exist',
  );
  expect(await refusal(s3.get('none', { VersionId: 'short' }))).toBe(
    'InvalidArgument 400: Invalid version id specified',
  );
  expect(await refusal(s3.put('k'.repeat(1025), 'x'))).toBe('KeyTooLongError 400: Your key is too long');
  expect(await refusal(s3.put('k', 'x', { Metadata: { a: 'x'.repeat(2048) } }))).toContain(
    'MetadataTooLarge 400',
  );
  expect(await refusal(s3.put('k', 'x', { ACL: 'public-read' }))).toBe(
    'AccessControlListNotSupported 400: The bucket does not allow ACLs',
  );
  expect(await refusal(s3.put('k', 'x', { ServerSideEncryption: 'aws:kms' }))).toContain(
    'NotImplemented 501',
  );
  expect(await refusal(s3.put('k', 'x', { StorageClass: 'NONE' as never }))).toContain(
    'InvalidStorageClass 400',
  );
  expect(await s3.files()).toEqual({ kept: 0, half: 0 });
});

test('what is missing is named, and a bucket without versions has none', async () => {
  await using s3 = await open();
  await s3.put('k', 'x');
  const send = async (path: string) => (await sendRaw(s3.port, { method: 'GET', path, service: 's3' })).text;
  expect(await send('/bucket/none')).toContain(
    '<Message>The specified key does not exist.</Message><Key>none</Key>',
  );
  expect(await send('/missing/none')).toContain('<BucketName>missing</BucketName>');
  expect(await send('/bucket/k?uploadId=gone')).toContain('<UploadId>gone</UploadId>');
  const VersionId = 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD';
  const invalid = 'InvalidArgument 400: Invalid version id specified';
  expect(await refusal(s3.get('k', { VersionId }))).toBe(invalid);
  expect(await refusal(s3.client.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId })))).toBe(
    invalid,
  );
  const many = new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'k', VersionId }] } });
  expect(await s3.client.send(many)).toMatchObject({
    Errors: [
      { Key: 'k', VersionId, Code: 'NoSuchVersion', Message: 'The specified version does not exist.' },
    ],
  });
  expect(await s3.text('k', { VersionId: 'null' })).toBe('x');
});

test('a large stream goes through with a checksum in its trailer, and comes back in ranges', async () => {
  await using s3 = await open();
  const bytes = randomBytes(9_000_001);
  const pieces = Array.from({ length: 10 }, (_, index) =>
    bytes.subarray(index * 900_001, (index + 1) * 900_001),
  );
  for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const) {
    await s3.put('large', Readable.from(pieces), { ContentLength: bytes.length, ChecksumAlgorithm });
  }
  const whole = await s3.get('large');
  expect(whole.ChecksumSHA256).toBe(createHash('sha256').update(bytes).digest('base64'));
  expect(Buffer.compare(await buffer(whole.Body as Readable), bytes)).toBe(0);
  const range = async (Range: string) => {
    const part = await s3.get('large', { Range });
    const stretch = await buffer(part.Body as Readable);
    return { range: part.ContentRange, status: part.$metadata.httpStatusCode, stretch };
  };
  expect(await range('bytes=1000000-1000009')).toEqual({
    range: 'bytes 1000000-1000009/9000001',
    status: 206,
    stretch: bytes.subarray(1_000_000, 1_000_010),
  });
  expect(await range('bytes=-3')).toMatchObject({ range: 'bytes 8999998-9000000/9000001' });
  expect(await range('bytes=9000000-')).toMatchObject({ stretch: bytes.subarray(-1) });
  expect(await refusal(s3.get('large', { Range: 'bytes=9000001-' }))).toBe(
    'InvalidRange 416: The requested range is not satisfiable',
  );
  expect(await s3.files()).toEqual({ kept: 1, half: 0 });
}, 30_000);

test('bytes that are not the ones announced are refused and leave nothing', async () => {
  await using s3 = await open();
  expect(await refusal(s3.put('k', 'x', { ContentMD5: Buffer.alloc(16).toString('base64') }))).toBe(
    'BadDigest 400: The Content-MD5 you specified did not match what we received.',
  );
  expect(await refusal(s3.put('k', 'x', { ContentMD5: 'short' }))).toContain('InvalidDigest 400');
  expect(await refusal(s3.put('k', 'x', { ChecksumCRC32: 'AAAAAA==' }))).toBe(
    'BadDigest 400: The CRC32 you specified did not match the calculated checksum.',
  );
  const put = (headers: Record<string, string>, body: string) =>
    sendRaw(s3.port, { method: 'PUT', path: `/${Bucket}/k`, service: 's3', headers, body });
  expect((await put({ 'x-amz-content-sha256': '0'.repeat(64) }, 'x')).text).toContain(
    'XAmzContentSHA256Mismatch',
  );
  const framed = {
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'content-encoding': 'aws-chunked',
    'x-amz-trailer': 'x-amz-checksum-crc32',
    'x-amz-decoded-content-length': '1',
  };
  const wrong = await put(framed, '1\r\nx\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n');
  expect(wrong).toMatchObject({ status: 400 });
  expect(wrong.text).toContain('<Code>BadDigest</Code>');
  const long = await put({ ...framed, 'x-amz-decoded-content-length': '2' }, '1\r\nx\r\n0\r\n\r\n');
  expect(long.text).toContain('<Code>IncompleteBody</Code>');
  const huge = await put({ 'x-amz-decoded-content-length': '6000000000' }, 'x');
  expect(huge.text).toContain('<Code>EntityTooLarge</Code>');
  expect(await refusal(s3.get('k'))).toContain('NoSuchKey');
  expect(await s3.files()).toEqual({ kept: 0, half: 0 });
});

test('conditions hold for reads and for writes', async () => {
  await using s3 = await open();
  const { ETag } = await s3.put('k', 'one');
  expect(await s3.text('k', { IfMatch: ETag })).toBe('one');
  expect(await refusal(s3.get('k', { IfMatch: '"other"' }))).toContain('PreconditionFailed 412');
  expect(await refusal(s3.get('k', { IfNoneMatch: ETag }))).toContain(' 304');
  const later = new Date(s3.clock.now() + 5000);
  expect(await refusal(s3.get('k', { IfModifiedSince: later }))).toContain(' 304');
  expect(await refusal(s3.get('k', { IfUnmodifiedSince: new Date(0) }))).toContain('412');
  expect(await refusal(s3.put('k', 'two', { IfNoneMatch: '*' }))).toContain(
    'PreconditionFailed 412: At least one of the pre-conditions you specified did not hold',
  );
  expect(await refusal(s3.put('k', 'two', { IfMatch: '"other"' }))).toContain('412');
  await s3.put('k', 'two', { IfMatch: ETag });
  await s3.put('new', 'x', { IfNoneMatch: '*' });
  expect(await refusal(s3.put('missing', 'x', { IfMatch: ETag }))).toContain('NoSuchKey 404');
  const both = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => s3.put('once', `${index}`, { IfNoneMatch: '*' })),
  );
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('objects are deleted, one or many, and their bytes go with the last that has them', async () => {
  await using s3 = await open();
  await s3.put('a', 'same');
  await s3.put('b', 'same');
  await s3.client.send(new CopyObjectCommand({ Bucket, Key: 'c', CopySource: `${Bucket}/a` }));
  await s3.put('d', 'other');
  await s3.put('d', 'another');
  expect(await s3.files()).toEqual({ kept: 2, half: 0 });
  await s3.client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  // Also of a key that there never was.
  await s3.client.send(new DeleteObjectCommand({ Bucket, Key: 'never' }));
  const Objects = ['b', 'd', 'x&y', 'k'.repeat(1025)].map((Key) => ({ Key }));
  const many = await s3.client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect(many.Deleted).toEqual([{ Key: 'b' }, { Key: 'd' }, { Key: 'x&y' }]);
  expect(many.Errors).toMatchObject([{ Code: 'KeyTooLongError', Message: 'Your key is too long' }]);
  expect(await s3.files()).toEqual({ kept: 1, half: 0 });
  expect(await s3.text('c')).toBe('same');
  const quiet = { Objects: [{ Key: 'c' }], Quiet: true };
  expect((await s3.client.send(new DeleteObjectsCommand({ Bucket, Delete: quiet }))).Deleted).toBeUndefined();
  expect(await s3.files()).toEqual({ kept: 0, half: 0 });
});

test('tags come by header or by themselves', async () => {
  await using s3 = await open();
  const Key = 'k';
  await s3.put(Key, 'x', { Tagging: 'a=1&b=two%20words' });
  expect((await s3.get(Key)).TagCount).toBe(2);
  const tags = async () => (await s3.client.send(new GetObjectTaggingCommand({ Bucket, Key }))).TagSet;
  expect(await tags()).toEqual([
    { Key: 'a', Value: '1' },
    { Key: 'b', Value: 'two words' },
  ]);
  const TagSet = Array.from({ length: 11 }, (_, index) => ({ Key: `${index}`, Value: '' }));
  expect(
    await refusal(s3.client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet } }))),
  ).toBe('InvalidTag 400: Object tags cannot be greater than 10');
  await s3.client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet: TagSet.slice(0, 1) } }));
  expect(await tags()).toEqual([{ Key: '0', Value: '' }]);
  await s3.client.send(new DeleteObjectTaggingCommand({ Bucket, Key }));
  expect(await tags()).toEqual([]);
});
