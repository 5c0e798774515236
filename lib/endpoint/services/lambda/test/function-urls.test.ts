import { describe, expect, test } from 'vitest';
import { openLambda, ready, refusalOf, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';
const missing = 'ResourceNotFoundException 404: The resource you requested does not exist.';

async function openPublished(): Promise<TestLambda> {
  const lambda = await openLambda();
  await lambda.create();
  await ready(lambda);
  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  await lambda.call('CreateAlias', { FunctionName: 'fn', Name: 'live', FunctionVersion: '1' });
  return lambda;
}

const on = (lambda: TestLambda, verb: string, input: object = {}) =>
  lambda.call(`${verb}FunctionUrlConfig`, { FunctionName: 'fn', ...input });

describe('a function URL', () => {
  test('is made, read, changed and deleted', async () => {
    await using lambda = await openPublished();
    expect(await refusalOf(on(lambda, 'Get'))).toBe(missing);
    const made = await on(lambda, 'Create', { AuthType: 'NONE' });
    expect(made).toEqual({
      FunctionUrl: expect.stringMatching(
        /^http:\/\/[a-z0-9]{32}\.lambda-url\.eu-west-1\.localhost:4566\/$/,
      ) as string,
      FunctionArn: arn,
      AuthType: 'NONE',
      CreationTime: '2026-02-03T04:05:07.789Z',
    });
    const read = { ...made, InvokeMode: 'BUFFERED', LastModifiedTime: made['CreationTime'] };
    expect(await on(lambda, 'Get')).toEqual(read);
    expect(await refusalOf(on(lambda, 'Create', { AuthType: 'NONE' }))).toBe(
      `ResourceConflictException 409: Failed to create function url config for [functionArn = ${arn}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
    );
    expect(await on(lambda, 'Update', { AuthType: 'NONE' })).not.toHaveProperty('InvokeMode');
    lambda.clock.advance(1000);
    const Cors = { AllowOrigins: ['*'], MaxAge: 5 };
    const changed = await on(lambda, 'Update', { Cors, InvokeMode: 'RESPONSE_STREAM' });
    expect(changed).toEqual({
      ...made,
      Cors,
      InvokeMode: 'RESPONSE_STREAM',
      LastModifiedTime: '2026-02-03T04:05:08.789Z',
    });
    expect(await on(lambda, 'Update', { AuthType: 'AWS_IAM', Cors: {} })).toMatchObject({
      AuthType: 'AWS_IAM',
      InvokeMode: 'RESPONSE_STREAM',
    });
    expect(await on(lambda, 'Get')).not.toHaveProperty('Cors');
    await on(lambda, 'Delete');
    expect(await refusalOf(on(lambda, 'Delete'))).toBe(missing);
    expect(await refusalOf(on(lambda, 'Update'))).toBe(missing);
  });

  test('belongs to the function or to an alias', async () => {
    await using lambda = await openPublished();
    await on(lambda, 'Create', { AuthType: 'NONE' });
    const alias = await on(lambda, 'Create', {
      AuthType: 'NONE',
      Qualifier: 'live',
      InvokeMode: 'BUFFERED',
    });
    expect(alias).toMatchObject({ FunctionArn: `${arn}:live`, InvokeMode: 'BUFFERED' });
    const list = (input: object = {}) =>
      lambda.call('ListFunctionUrlConfigs', { FunctionName: 'fn', ...input });
    expect(await list()).toMatchObject({
      FunctionUrlConfigs: [{ FunctionArn: arn }, { FunctionArn: `${arn}:live` }],
    });
    const first = await list({ MaxItems: 1 });
    expect(await list({ MaxItems: 1, Marker: first['NextMarker'] })).toMatchObject({
      FunctionUrlConfigs: [{ FunctionArn: `${arn}:live` }],
    });
    for (const Qualifier of ['$LATEST', '1']) {
      expect(await refusalOf(on(lambda, 'Create', { AuthType: 'NONE', Qualifier }))).toBe(
        `ValidationException 400: 1 validation error detected: Value '${Qualifier}' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)`,
      );
    }
    for (const input of [{ Qualifier: 'nope' }, { FunctionName: 'gone' }]) {
      expect(await refusalOf(on(lambda, 'Create', { AuthType: 'NONE', ...input }))).toBe(
        'ResourceNotFoundException 404: Function does not exist',
      );
    }
    expect(await refusalOf(on(lambda, 'Update', { InvokeMode: 'X', Cors: { MaxAge: 86_401 } }))).toBe(
      "ValidationException 400: 2 validation errors detected: Value '86401' at 'cors.maxAge' failed to satisfy constraint: Member must have value less than or equal to 86400; Value 'X' at 'invokeMode' failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_STREAM, BUFFERED]",
    );
    expect(await refusalOf(on(lambda, 'Update', { Cors: { AllowMethods: ['GET', 'OPTIONS'] } }))).toBe(
      "ValidationException 400: 1 validation error detected: Value '[GET, OPTIONS]' at 'cors.allowMethods' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 6, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: .*, Member must not be null]",
    );
    expect(await refusalOf(on(lambda, 'Update', { Cors: { AllowMethods: ['*', 'GET'] } }))).toBe(
      "InvalidParameterValueException 400: You can't specify additional fields for AllowMethods because you already specified the wildcard character (*).",
    );
    await lambda.call('DeleteFunction', { FunctionName: 'fn' });
    await lambda.create();
    expect(await list()).toEqual({ FunctionUrlConfigs: [] });
  });

  test('takes the path form for callers from elsewhere', async () => {
    await using lambda = await openPublished();
    await on(lambda, 'Create', { AuthType: 'NONE' });
    const from = async (baseUrl: string) =>
      (await lambda.call('GetFunctionUrlConfig', { FunctionName: 'fn' }, { baseUrl }))['FunctionUrl'];
    expect(await from('http://127.0.0.1:4000')).toMatch(/\.lambda-url\.eu-west-1\.localhost:4000\/$/);
    expect(await from('http://lambda.lan:80')).toMatch(
      /^http:\/\/lambda\.lan:80\/_aws\/lambda-url\/[a-z0-9]{32}\/$/,
    );
  });
});
