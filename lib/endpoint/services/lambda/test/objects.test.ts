import {
  CreateFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  PublishLayerVersionCommand,
  PutFunctionEventInvokeConfigCommand,
  UpdateFunctionCodeCommand,
  type FunctionCode,
} from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDeliveries, refusal, type Deliveries } from '../../deliveries/test/harness.ts';
import { report, roleArn, zip } from './harness.ts';

const Bucket = 'code';
const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');

async function open(): Promise<Deliveries> {
  const own = await openDeliveries();
  await own.s3.send(new CreateBucketCommand({ Bucket }));
  return own;
}

const put = ({ s3 }: Deliveries, Key: string, Body: Uint8Array) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body }));

const keepVersions = ({ s3 }: Deliveries) =>
  s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));

const create = ({ lambda }: Deliveries, Code: FunctionCode) =>
  lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'fn',
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: roleArn,
      Code,
    }),
  );

test('code and layers come from objects, and from one version of them', async () => {
  await using own = await open();
  await keepVersions(own);
  const first = await put(own, 'fn.zip', zip('first'));
  await put(own, 'fn.zip', zip('second'));
  expect(await create(own, { S3Bucket: Bucket, S3Key: 'fn.zip' })).toMatchObject({
    CodeSha256: shaOf(zip('second')),
    CodeSize: zip('second').length,
  });
  await own.until(async () => {
    own.clock.advance(1);
    const { Configuration } = await own.lambda.send(new GetFunctionCommand({ FunctionName: 'fn' }));
    return Configuration?.State === 'Active';
  });
  const old = { S3Bucket: Bucket, S3Key: 'fn.zip', S3ObjectVersion: first.VersionId };
  const updated = await own.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'fn', ...old }));
  expect(updated.CodeSha256).toBe(shaOf(zip('first')));
  const layer = await own.lambda.send(
    new PublishLayerVersionCommand({ LayerName: 'layer', Content: { S3Bucket: Bucket, S3Key: 'fn.zip' } }),
  );
  expect(layer.Content?.CodeSha256).toBe(shaOf(zip('second')));
});

test('what S3 refuses is handed on in the words of AWS', async () => {
  await using own = await open();
  const bad = 'InvalidParameterValueException 400: Error occurred while GetObject. S3 Error Code:';
  expect(await refusal(create(own, { S3Bucket: 'nowhere', S3Key: 'k' }))).toBe(
    `${bad} NoSuchBucket. S3 Error Message: The specified bucket does not exist`,
  );
  expect(await refusal(create(own, { S3Bucket: Bucket, S3Key: 'none' }))).toBe(
    `${bad} NoSuchKey. S3 Error Message: The specified key does not exist.`,
  );
  const version = { S3Bucket: Bucket, S3Key: 'none', S3ObjectVersion: 'x'.repeat(32) };
  // A bucket that never had versions knows none, whatever its id looks like.
  expect(await refusal(create(own, version))).toBe(
    `${bad} InvalidArgument. S3 Error Message: Invalid version id specified`,
  );
  await keepVersions(own);
  expect(await refusal(create(own, version))).toBe(
    `${bad} NoSuchVersion. S3 Error Message: The specified version does not exist.`,
  );
  await put(own, 'text', Buffer.from('no archive'));
  expect(await refusal(create(own, { S3Bucket: Bucket, S3Key: 'text' }))).toContain(
    'Could not unzip uploaded file.',
  );
  const elsewhere = new S3Client({
    endpoint: `http://127.0.0.1:${own.port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
  });
  await elsewhere.send(new CreateBucketCommand({ Bucket: 'ireland' }));
  elsewhere.destroy();
  expect(await refusal(create(own, { S3Bucket: 'ireland', S3Key: 'k' }))).toBe(
    `${bad} PermanentRedirect. S3 Error Message: The bucket is in this region: eu-west-1. Please use this region to retry the request`,
  );
  const kept = { S3Bucket: Bucket, S3Key: 'k', S3ObjectStorageMode: 'REFERENCE' as const };
  expect(await refusal(create(own, kept))).toContain('501');
});

test('the record of a failed call becomes an object', async () => {
  await using own = await open();
  await own.createFunction('fn');
  await own.lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: 'fn',
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: `arn:aws:s3:::${Bucket}` } },
    }),
  );
  own.answer(() => ({
    kind: 'function-error',
    functionError: 'Unhandled',
    payload: Buffer.from('{"errorMessage":"boom"}'),
    report,
  }));
  await own.lambda.send(
    new InvokeCommand({ FunctionName: 'fn', InvocationType: 'Event', Payload: Buffer.from('{"a":1}') }),
  );
  const keys = async () => {
    const { Contents = [] } = await own.s3.send(new ListObjectsV2Command({ Bucket }));
    return Contents.map(({ Key = '' }) => Key);
  };
  await own.until(async () => (await keys()).length === 1);
  const [Key = ''] = await keys();
  expect(Key).toMatch(
    /^aws\/lambda\/async\/fn\/\d{4}\/\d\d\/\d\d\/\d{4}-\d\d-\d\dT\d\d\.\d\d\.\d\d-[0-9a-f-]{36}$/,
  );
  const { Body, ContentType } = await own.s3.send(new GetObjectCommand({ Bucket, Key }));
  expect(ContentType).toBe('application/json');
  expect(JSON.parse((await Body?.transformToString()) ?? '')).toMatchObject({
    requestContext: { condition: 'RetriesExhausted' },
    requestPayload: { a: 1 },
    responsePayload: { errorMessage: 'boom' },
  });
});

test('a function that writes where it is called from is stopped after sixteen runs', async () => {
  await using own = await open();
  const LambdaFunctionArn = await own.createFunction('fn');
  await own.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'fn',
      StatementId: 's3',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn: `arn:aws:s3:::${Bucket}`,
    }),
  );
  const Events = ['s3:ObjectCreated:*' as const];
  await own.s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket,
      NotificationConfiguration: { LambdaFunctionConfigurations: [{ LambdaFunctionArn, Events }] },
    }),
  );
  // As the SDK inside a function does: the trace header of the run goes along.
  own.answer(async (request) => {
    const command = new PutObjectCommand({ Bucket, Key: 'loop', Body: 'x' });
    command.middlewareStack.add(
      (next) => (args) => {
        (args.request as { headers: Record<string, string> }).headers['x-amzn-trace-id'] =
          request.traceHeader ?? '';
        return next(args);
      },
      { step: 'build' },
    );
    await own.s3.send(command);
    return { kind: 'success', payload: Buffer.from('null'), report };
  });
  await put(own, 'loop', Buffer.from('x'));
  await own.until(() => own.logged.some(({ message }) => /loop|dropped/.test(message)));
  expect(own.eventsOf('fn')).toHaveLength(16);
});
