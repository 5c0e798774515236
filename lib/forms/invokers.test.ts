import { expect, it } from 'vitest';
import { asyncDefaults, asyncFromOutput, asyncToInput } from './async-invocation';
import { corsFromOutput, functionUrlToInput } from './function-url';
import { permissionToInput } from './permission';

it("reads AWS's defaults where nothing is configured for asynchronous invocation", () => {
  expect(asyncFromOutput({})).toEqual(asyncDefaults);
});

it('puts the whole asynchronous configuration, without destinations that are empty', () => {
  const onFailure = 'arn:aws:sqs:us-east-1:000000000000:failed';
  expect(asyncToInput('orders', 'prod', { maxAgeSeconds: 60, retries: 0, onSuccess: '', onFailure })).toEqual(
    {
      FunctionName: 'orders',
      Qualifier: 'prod',
      MaximumEventAgeInSeconds: 60,
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: onFailure } },
    },
  );
});

it('takes CORS away with an empty object, and reads that as none', () => {
  const off = functionUrlToInput({ authType: 'NONE', invokeMode: 'BUFFERED', cors: null });
  expect(off).toEqual({ AuthType: 'NONE', InvokeMode: 'BUFFERED', Cors: {} });
  expect(corsFromOutput(off.Cors)).toBeNull();
});

it('reads CORS back as it was sent', () => {
  const cors = {
    origins: ['https://a.example'],
    methods: ['GET'],
    headers: [],
    exposed: ['etag'],
    maxAgeSeconds: 60,
    credentials: true,
  };
  const { Cors } = functionUrlToInput({ authType: 'AWS_IAM', invokeMode: 'BUFFERED', cors });
  expect(corsFromOutput(Cors)).toEqual(cors);
});

it('sends only the conditions of a permission that were filled in', () => {
  const values = {
    statementId: 's3',
    principal: 's3.amazonaws.com',
    action: 'lambda:InvokeFunction',
    sourceArn: 'arn:aws:s3:::orders',
    sourceAccount: '',
    organizationId: '',
  };
  expect(permissionToInput('orders', undefined, values)).toEqual({
    FunctionName: 'orders',
    Qualifier: undefined,
    StatementId: 's3',
    Principal: 's3.amazonaws.com',
    Action: 'lambda:InvokeFunction',
    SourceArn: 'arn:aws:s3:::orders',
  });
});
