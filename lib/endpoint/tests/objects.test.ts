import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { awsCliProblem, findBoto3, runClient } from './other-clients.ts';
import { startProgram, temporaryFolder, type Program } from './program.ts';

function s3For(program: Program): S3Client & Disposable {
  const client = new S3Client({
    endpoint: program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    forcePathStyle: true,
  });
  return Object.assign(client, { [Symbol.dispose]: () => client.destroy() });
}

/** A folder with a small tree and one file that clients send in parts. */
async function makeTree(folder: string): Promise<Record<string, Buffer>> {
  const files = {
    'read me.txt': Buffer.from('hello'),
    'deep/er/ü & co.bin': randomBytes(1000),
    'large.bin': randomBytes(20 * 1024 * 1024 + 3),
    empty: Buffer.alloc(0),
  };
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  return files;
}

it('lets the AWS CLI copy a folder up and down, list it and remove it', async (context) => {
  const problem = await awsCliProblem();
  if (problem) {
    console.warn(`Not run: the AWS CLI, because ${problem}.`);
    return context.skip(problem);
  }
  const folder = await temporaryFolder();
  await using program = await startProgram();
  using s3 = s3For(program);
  const aws = async (...args: string[]): Promise<string> => {
    const options = { limitMs: 60_000 };
    const outcome = await runClient('aws', ['--endpoint-url', program.ready.url, ...args], options);
    if (outcome.kind !== 'done') throw new Error(outcome.errors.trim());
    return outcome.output;
  };
  try {
    const files = await makeTree(path.join(folder, 'up'));
    await aws('s3', 'mb', 's3://from-cli');
    await aws('s3', 'cp', '--recursive', path.join(folder, 'up'), 's3://from-cli/tree');
    expect(await aws('s3', 'ls', 's3://from-cli/tree/')).toContain('PRE deep/');
    await aws('s3', 'cp', '--recursive', 's3://from-cli/tree', path.join(folder, 'down'));
    for (const [name, bytes] of Object.entries(files))
      expect([name, bytes.equals(await readFile(path.join(folder, 'down', name)))]).toEqual([name, true]);
    expect(await aws('s3', 'sync', path.join(folder, 'up'), 's3://from-cli/tree')).toBe('');
    const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket: 'from-cli' }));
    expect(KeyCount).toBe(4);
    await aws('s3', 'mv', 's3://from-cli/tree/large.bin', 's3://from-cli/moved.bin');
    await aws('s3', 'rb', '--force', 's3://from-cli');
    expect(await aws('s3', 'ls')).toBe('');
    expect(program.errors()).toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

const script = `
import boto3, io, os, sys
s3 = boto3.client("s3", endpoint_url=sys.argv[1])
s3.create_bucket(Bucket="from-boto")
data = os.urandom(20 * 1024 * 1024 + 3)
s3.upload_fileobj(io.BytesIO(data), "from-boto", "a b/large", ExtraArgs={"Metadata": {"kind": "test"}})
back = io.BytesIO()
s3.download_fileobj("from-boto", "a b/large", back)
assert back.getvalue() == data
assert s3.head_object(Bucket="from-boto", Key="a b/large")["Metadata"] == {"kind": "test"}
assert s3.get_bucket_location(Bucket="from-boto")["LocationConstraint"] is None
s3.put_object(Bucket="from-boto", Key="small", Body=b"x", ContentType="text/plain", ChecksumAlgorithm="SHA256")
pages = s3.get_paginator("list_objects_v2").paginate(Bucket="from-boto", PaginationConfig={"PageSize": 1})
assert [o["Key"] for p in pages for o in p["Contents"]] == ["a b/large", "small"]
try:
    s3.get_object(Bucket="from-boto", Key="none")
    raise SystemExit("no refusal")
except s3.exceptions.NoSuchKey:
    pass
from botocore.config import Config
signer = boto3.client("s3", endpoint_url=sys.argv[1], config=Config(signature_version="s3v4"))
url = signer.generate_presigned_url("get_object", Params={"Bucket": "from-boto", "Key": "small"})
import urllib.request
assert urllib.request.urlopen(url).read() == b"x"
s3.delete_objects(Bucket="from-boto", Delete={"Objects": [{"Key": "a b/large"}, {"Key": "small"}]})
s3.delete_bucket(Bucket="from-boto")
print("ok")
`;

it('lets boto3 send a large object in parts and read it back', async (context) => {
  const found = await findBoto3();
  if ('problem' in found) {
    console.warn(`Not run: boto3, because ${found.problem}.`);
    return context.skip(found.problem);
  }
  await using program = await startProgram();
  const options = { limitMs: 60_000 };
  const { output, errors } = await runClient(found.python, ['-c', script, program.ready.url], options);
  expect([output.trim(), errors]).toEqual(['ok', '']);
  expect(program.errors()).toBe('');
}, 180_000);

it('keeps every object that was acknowledged when the endpoint is killed, and no half of another', async () => {
  const folder = await temporaryFolder();
  const data = path.join(folder, 'data');
  const Bucket = 'survivors';
  const kept = new Set<string>();
  try {
    {
      await using program = await startProgram({ folder: data });
      using s3 = s3For(program);
      await s3.send(new CreateBucketCommand({ Bucket }));
      const put = async (Key: string) => {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key.repeat(20_000) }));
        kept.add(Key);
      };
      const sending = Promise.allSettled(Array.from({ length: 200 }, (_, index) => put(`key-${index}`)));
      await vi.waitUntil(() => kept.size >= 50, { interval: 1, timeout: 15_000 });
      await program.end('SIGKILL');
      await sending;
    }
    await using program = await startProgram({ folder: data });
    using s3 = s3For(program);
    for (const Key of kept) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(await Body?.transformToString()).toBe(Key.repeat(20_000));
    }
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    for (const { Key = '', Size } of Contents) expect(Size).toBe(Key.length * 20_000);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
