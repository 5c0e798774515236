import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
  type CompletedPart,
  type CreateMultipartUploadCommandInput,
} from '@aws-sdk/client-s3';
import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { crc32, crc32c, crc64nvme } from '../checksums/crc.ts';
import { openS3, refusal } from './harness.ts';

const Bucket = 'bucket';
const Key = 'big file';
const minimum = 5 * 1024 * 1024;

async function open() {
  const s3 = await openS3();
  const { client } = s3;
  await client.send(new CreateBucketCommand({ Bucket }));
  return {
    ...s3,
    async start(more: Partial<CreateMultipartUploadCommandInput> = {}): Promise<string> {
      const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }));
      return UploadId ?? '';
    },
    part: (UploadId: string, PartNumber: number, Body: Uint8Array, more: object = {}) =>
      client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ...more })),
    complete: (UploadId: string, Parts: CompletedPart[], more: object = {}) =>
      client.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts }, ...more }),
      ),
  };
}

test('parts become one object, which is read whole, by range and by part', async () => {
  await using s3 = await open();
  const { client } = s3;
  const pieces = [randomBytes(minimum), randomBytes(minimum), Buffer.from('end')];
  const UploadId = await s3.start({ ContentType: 'text/x', Metadata: { a: 'b' } });
  const uploads = await client.send(new ListMultipartUploadsCommand({ Bucket }));
  expect(uploads).toMatchObject({ Uploads: [{ Key, UploadId }], IsTruncated: false });
  expect(await refusal(client.send(new DeleteBucketCommand({ Bucket })))).toContain('BucketNotEmpty');
  const Parts: CompletedPart[] = [];
  for (const [index, piece] of pieces.entries()) {
    const { ETag } = await s3.part(UploadId, index + 1, piece);
    Parts.push({ PartNumber: index + 1, ETag });
  }
  const listed = await client.send(new ListPartsCommand({ Bucket, Key, UploadId, MaxParts: 2 }));
  expect(listed).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2' });
  expect(listed.Parts?.map(({ Size }) => Size)).toEqual([minimum, minimum]);
  const md5s = Buffer.concat(pieces.map((piece) => createHash('md5').update(piece).digest()));
  const ETag = `"${createHash('md5').update(md5s).digest('hex')}-3"`;
  expect(await s3.complete(UploadId, Parts)).toMatchObject({ Bucket, Key, ETag });
  const whole = await client.send(new GetObjectCommand({ Bucket, Key }));
  expect(whole).toMatchObject({ ETag, ContentType: 'text/x', Metadata: { a: 'b' } });
  const bytes = Buffer.concat(pieces);
  expect(Buffer.compare(await buffer(whole.Body as Readable), bytes)).toBe(0);
  const across = `bytes=${minimum - 2}-${minimum + 1}`;
  const range = await client.send(new GetObjectCommand({ Bucket, Key, Range: across }));
  expect(await buffer(range.Body as Readable)).toEqual(bytes.subarray(minimum - 2, minimum + 2));
  const third = await client.send(new GetObjectCommand({ Bucket, Key, PartNumber: 3 }));
  expect(third.PartsCount).toBe(3);
  expect(await third.Body?.transformToString()).toBe('end');
  expect(await refusal(s3.complete(UploadId, Parts))).toContain(
    'NoSuchUpload 404: The specified upload does not exist.',
  );
  expect(await s3.files()).toEqual({ kept: 3, half: 0 });
}, 30_000);

test('parts that do not fit are refused', async () => {
  await using s3 = await open();
  const UploadId = await s3.start();
  const { ETag } = await s3.part(UploadId, 1, Buffer.from('small'));
  await s3.part(UploadId, 2, Buffer.from('small too'));
  const two = (await s3.part(UploadId, 2, Buffer.from('other'))).ETag;
  const one = { PartNumber: 1, ETag };
  expect(await refusal(s3.complete(UploadId, [one, { PartNumber: 2, ETag: two }]))).toBe(
    'EntityTooSmall 400: Your proposed upload is smaller than the minimum allowed size',
  );
  expect(await refusal(s3.complete(UploadId, [one, { PartNumber: 3, ETag }]))).toContain(
    'InvalidPart 400: One or more of the specified parts could not be found.',
  );
  expect(await refusal(s3.complete(UploadId, [{ PartNumber: 2, ETag }]))).toContain('InvalidPart 400');
  expect(await refusal(s3.complete(UploadId, [{ PartNumber: 2, ETag: two }, one]))).toContain(
    'InvalidPartOrder 400',
  );
  expect(await refusal(s3.complete(UploadId, []))).toContain('MalformedXML 400');
  expect(await refusal(s3.part(UploadId, 10_001, Buffer.from('x')))).toBe(
    'InvalidArgument 400: Part number must be an integer between 1 and 10000, inclusive',
  );
  expect(await s3.files()).toEqual({ kept: 2, half: 0 });
  await s3.client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
  expect(await refusal(s3.part(UploadId, 1, Buffer.from('x')))).toContain('NoSuchUpload 404');
  expect(await s3.files()).toEqual({ kept: 0, half: 0 });
});

test.each([
  ['CRC32', crc32],
  ['CRC32C', crc32c],
  ['CRC64NVME', crc64nvme],
] as const)(
  'the %s of a whole is made of those of its parts',
  async (ChecksumAlgorithm, start) => {
    await using s3 = await open();
    const pieces = [randomBytes(minimum + 17), randomBytes(1001)];
    const UploadId = await s3.start({ ChecksumAlgorithm, ChecksumType: 'FULL_OBJECT' });
    const Parts: CompletedPart[] = [];
    for (const [index, piece] of pieces.entries()) {
      const { ETag } = await s3.part(UploadId, index + 1, piece, { ChecksumAlgorithm });
      Parts.push({ PartNumber: index + 1, ETag });
    }
    const sum = start();
    for (const piece of pieces) sum.update(piece);
    const value = sum.digest().toString('base64');
    const name = `Checksum${ChecksumAlgorithm}`;
    expect(await refusal(s3.complete(UploadId, Parts, { [name]: 'AAAAAA==' }))).toContain('BadDigest 400');
    const done = await s3.complete(UploadId, Parts, { [name]: value, ChecksumType: 'FULL_OBJECT' });
    expect(done).toMatchObject({ [name]: value, ChecksumType: 'FULL_OBJECT' });
    const head = await s3.client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({ [name]: value });
  },
  30_000,
);

test('a composite checksum needs that of each part', async () => {
  await using s3 = await open();
  const UploadId = await s3.start({ ChecksumAlgorithm: 'SHA256' });
  const { ETag, ChecksumSHA256 } = await s3.part(UploadId, 1, Buffer.from('x'), {
    ChecksumAlgorithm: 'SHA256',
  });
  expect(await refusal(s3.part(UploadId, 2, Buffer.from('x'), { ChecksumAlgorithm: 'CRC32' }))).toContain(
    'InvalidRequest 400: Checksum Type mismatch occurred',
  );
  expect(await refusal(s3.complete(UploadId, [{ PartNumber: 1, ETag }]))).toContain(
    'It was missing for part 1',
  );
  const done = await s3.complete(UploadId, [{ PartNumber: 1, ETag, ChecksumSHA256 }]);
  const inner = createHash('sha256').update('x').digest();
  expect(done.ChecksumSHA256).toBe(`${createHash('sha256').update(inner).digest('base64')}-1`);
});

test('a part is copied from a range of another object', async () => {
  await using s3 = await open();
  await s3.client.send(new PutObjectCommand({ Bucket, Key: 'source &', Body: '0123456789' }));
  const UploadId = await s3.start();
  const copy = (CopySourceRange: string) =>
    s3.client.send(
      new UploadPartCopyCommand({
        Bucket,
        Key,
        UploadId,
        PartNumber: 1,
        CopySource: `${Bucket}/source%20%26`,
        CopySourceRange,
      }),
    );
  expect(await refusal(copy('bytes=5-10'))).toContain('InvalidRange');
  const { CopyPartResult } = await copy('bytes=2-5');
  await s3.complete(UploadId, [{ PartNumber: 1, ETag: CopyPartResult?.ETag }]);
  const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key }));
  expect(await Body?.transformToString()).toBe('2345');
});

test('the sums are those that others compute', () => {
  const of = (sum: ReturnType<typeof crc32>) => {
    sum.update(Buffer.from('123456789'));
    return sum.digest().toString('hex');
  };
  // The check values of each algorithm's catalogue entry.
  expect([of(crc32()), of(crc32c()), of(crc64nvme())]).toEqual(['cbf43926', 'e3069283', 'ae8b14860a799888']);
});
