import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { sendRaw } from '../../../http/test/raw-request.ts';
import { openS3 } from './harness.ts';

const Bucket = 'my.bucket';

async function open() {
  const s3 = await openS3();
  await s3.client.send(new CreateBucketCommand({ Bucket }));
  await s3.client.send(new PutObjectCommand({ Bucket, Key: 'dir/k', Body: 'hello' }));
  return s3;
}

test('a bucket is named by the path or by the host', async () => {
  await using s3 = await open();
  for (const host of ['my.bucket.s3.localhost', 'my.bucket.s3.us-east-1.localhost', 'my.bucket.localhost']) {
    const raw = await sendRaw(s3.port, {
      method: 'GET',
      path: '/dir/k',
      service: 's3',
      headers: { host: `${host}:${s3.port}` },
    });
    expect([host, raw.status, raw.text]).toEqual([host, 200, 'hello']);
  }
  for (const host of ['s3.localhost', 'localhost', 's3.us-east-1.localhost']) {
    const raw = await sendRaw(s3.port, {
      method: 'GET',
      path: `/${Bucket}/dir/k`,
      service: 's3',
      headers: { host: `${host}:${s3.port}` },
    });
    expect([host, raw.text]).toEqual([host, 'hello']);
  }
});

/** As the SDKs' presigners make it: what would be headers is in the query. */
function presign(method: string, path: string, port: number, more: Record<string, string> = {}): string {
  const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest();
  const fields = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': 'test/20260101/us-east-1/s3/aws4_request',
    'X-Amz-Date': '20260101T000000Z',
    'X-Amz-Expires': '900',
    'X-Amz-SignedHeaders': 'host',
    ...more,
  };
  const query = Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const canonical = `${method}\n${path}\n${query}\nhost:127.0.0.1:${port}\n\nhost\nUNSIGNED-PAYLOAD`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = `AWS4-HMAC-SHA256\n20260101T000000Z\n20260101/us-east-1/s3/aws4_request\n${digest}`;
  const key = ['20260101', 'us-east-1', 's3', 'aws4_request'].reduce<Buffer | string>(hmac, 'AWS4test');
  return `${path}?${query}&X-Amz-Signature=${hmac(key, text).toString('hex')}`;
}

test('presigned URLs put and get, with headers in the query', async () => {
  await using s3 = await open();
  const put = await sendRaw(s3.port, {
    method: 'PUT',
    path: presign('PUT', `/${Bucket}/signed`, s3.port, { 'x-amz-meta-from': 'a link' }),
    service: null,
    body: 'by link',
  });
  expect(put.status).toBe(200);
  const get = await sendRaw(s3.port, {
    method: 'GET',
    path: presign('GET', `/${Bucket}/signed`, s3.port, { 'response-content-type': 'text/css' }),
    service: null,
  });
  expect(get).toMatchObject({
    status: 200,
    text: 'by link',
    headers: { 'content-type': 'text/css', 'x-amz-meta-from': 'a link' },
  });
  const unsigned = await sendRaw(s3.port, { method: 'GET', path: `/${Bucket}/signed`, service: null });
  expect(unsigned.status).toBe(403);
});

test('a reader that hangs up leaves nothing held', async () => {
  await using s3 = await open();
  await s3.client.send(new PutObjectCommand({ Bucket, Key: 'large', Body: Buffer.alloc(8_000_000) }));
  const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'large' }));
  for await (const _first of Body as AsyncIterable<Uint8Array>) break;
  await s3.client.send(new PutObjectCommand({ Bucket, Key: 'large', Body: 'small' }));
  await expect.poll(async () => s3.files(), { timeout: 5000 }).toEqual({ kept: 2, half: 0 });
});
