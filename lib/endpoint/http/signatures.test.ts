import { LambdaClient, ListFunctionsCommand, TagResourceCommand } from '@aws-sdk/client-lambda';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendRaw, type RawRequest } from './test/raw-request.ts';
import {
  clientOptions,
  startTestEndpoint,
  testService,
  type TestEndpoint,
} from './test/start-test-endpoint.ts';

let endpoint: TestEndpoint;
let nowMs: number | undefined;
let calls = 0;

const GOOD = { accessKeyId: 'AKIAGOOD', secretAccessKey: 'a secret' };

beforeAll(async () => {
  const count = () => {
    calls += 1;
    return {};
  };
  endpoint = await startTestEndpoint(
    [
      testService('lambda', { ListFunctions: count, TagResource: count }),
      testService('sts', { GetCallerIdentity: count }),
      testService('s3', {
        async PutObject(input: { Body: AsyncIterable<Uint8Array> }) {
          for await (const piece of input.Body) calls += piece.length > 0 ? 1 : 0;
        },
        GetObject: count,
      }),
    ],
    {
      secretOf: (accessKeyId) => (accessKeyId === GOOD.accessKeyId ? GOOD.secretAccessKey : undefined),
      isVerified: true,
      now: () => nowMs ?? Date.now(),
    },
  );
});
afterAll(() => endpoint.close());

function options(credentials = GOOD) {
  return { ...clientOptions(endpoint), credentials };
}

it('holds for the signatures of the SDK: REST with encoded labels and queries, query, S3', async () => {
  calls = 0;
  const lambda = new LambdaClient(options());
  await lambda.send(new ListFunctionsCommand({ Marker: 'a b+c/d=&é', MaxItems: 3 }));
  await lambda.send(
    new TagResourceCommand({
      Resource: 'arn:aws:lambda:eu-central-1:000000000000:function:f g',
      Tags: { a: 'b' },
    }),
  );
  await new STSClient(options()).send(new GetCallerIdentityCommand({}));
  const s3 = new S3Client({ ...options(), forcePathStyle: true });
  await s3.send(new PutObjectCommand({ Bucket: 'bucket', Key: "a b/../c'(d)*é", Body: 'x' }));
  await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'a//b' }));
  expect(calls).toBe(5);
});

it('does not hold for another secret or another key', async () => {
  calls = 0;
  const wrong = new LambdaClient(options({ ...GOOD, secretAccessKey: 'another' }));
  await expect(wrong.send(new ListFunctionsCommand({}))).rejects.toMatchObject({
    name: 'InvalidSignatureException',
    $metadata: { httpStatusCode: 403 },
  });
  const unknown = new STSClient(options({ ...GOOD, accessKeyId: 'AKIAOTHER' }));
  await expect(unknown.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  });
  const s3 = new S3Client({ ...options({ ...GOOD, secretAccessKey: 'x' }), forcePathStyle: true });
  await expect(s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'k' }))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  });
  expect(calls).toBe(0);
});

/** What the SDK would send, stopped before it leaves. */
async function signed(): Promise<Required<Pick<RawRequest, 'path' | 'headers' | 'method'>> & RawRequest> {
  let taken: { path: string; headers: Record<string, string>; method: string; body: Uint8Array } | undefined;
  const client = new LambdaClient(options());
  client.middlewareStack.add(
    () => (args) => {
      taken = args.request as typeof taken;
      return Promise.reject(new Error('taken'));
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  const command = new TagResourceCommand({ Resource: 'arn:aws:lambda:r:0:function:f', Tags: { a: 'b' } });
  await expect(client.send(command)).rejects.toThrow('taken');
  if (!taken) throw new Error('The SDK sent nothing.');
  return { method: taken.method, path: taken.path, headers: taken.headers, body: taken.body, service: null };
}

it('covers path, query, headers and body', async () => {
  const good = await signed();
  calls = 0;
  expect((await sendRaw(endpoint.port, good)).status).toBe(204);
  expect(calls).toBe(1);
  const changes: readonly RawRequest[] = [
    { ...good, path: good.path.replace('function%3Af', 'function%3Ag') },
    { ...good, path: `${good.path}?a=b` },
    { ...good, body: '{"Tags":{"a":"c"}}', headers: { ...good.headers, 'content-length': '18' } },
    { ...good, headers: { ...good.headers, 'x-amz-invocation-type': 'Event' } },
  ];
  for (const change of changes) {
    const answer = await sendRaw(endpoint.port, change);
    expect(answer.status, answer.text).toBe(403);
    expect(answer.headers['x-amzn-errortype']).toBe('InvalidSignatureException');
  }
  expect(calls).toBe(1);
});

it('ends after fifteen minutes, and does not begin before', async () => {
  const good = await signed();
  const realNow = Date.now();
  for (const minutes of [16, -16]) {
    nowMs = realNow + minutes * 60_000;
    const answer = await sendRaw(endpoint.port, good);
    expect(answer.status).toBe(403);
    expect(answer.text).toMatch(/Signature (expired|not yet current)/);
  }
  nowMs = realNow + 10 * 60_000;
  expect((await sendRaw(endpoint.port, good)).status).toBe(204);
  nowMs = undefined;
});

it('SigV4a is refused with a reason', async () => {
  const good = await signed();
  const authorization = (good.headers.authorization ?? '')
    .replace('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256')
    .replace('/eu-central-1', '');
  const answer = await sendRaw(endpoint.port, { ...good, headers: { ...good.headers, authorization } });
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('4A is not verified');
});
