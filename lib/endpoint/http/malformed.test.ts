import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form, sendRaw, type RawRequest } from './test/raw-request.ts';
import { startTestEndpoint, testService, type TestEndpoint } from './test/start-test-endpoint.ts';

let endpoint: TestEndpoint;
let seen: unknown;

function remember(input: unknown): object {
  seen = input;
  return {};
}

beforeAll(async () => {
  const names = ['CreateFunction', 'GetFunction', 'Invoke', 'ListFunctions', 'TagResource', 'UntagResource'];
  endpoint = await startTestEndpoint([
    testService('lambda', Object.fromEntries(names.map((name) => [name, remember]))),
    testService('logs', { CreateLogGroup: remember, PutLogEvents: remember }),
    testService('iam', { CreateRole: remember, TagRole: remember }),
    testService('sns', { SetTopicAttributes: remember, CreateTopic: remember }),
    testService('sqs', { CreateQueue: remember }),
    testService('ec2', { RunInstances: remember }),
    testService('s3', { PutBucketTagging: remember }),
    testService('cloudwatch', { PutMetricData: remember }),
  ]);
});
afterAll(() => endpoint.close());

const CREATE = '/2015-03-31/functions';

function json(value: unknown): Pick<RawRequest, 'body' | 'headers'> {
  return { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
}

function logs(operation: string, body: string): RawRequest {
  return {
    service: 'logs',
    body,
    headers: { 'x-amz-target': `Logs_20140328.${operation}`, 'content-type': 'application/x-amz-json-1.1' },
  };
}

describe('types are checked against the schema', () => {
  it.each([
    [{ FunctionName: 5 }, "NUMBER_VALUE can not be converted to a String at 'FunctionName'."],
    [{ Timeout: 3.5 }, "NUMBER_VALUE can not be converted to an Integer at 'Timeout'."],
    [
      { VpcConfig: {}, EphemeralStorage: { Size: 512.5 } },
      "NUMBER_VALUE can not be converted to an Integer at 'EphemeralStorage.Size'.",
    ],
    [{ Timeout: '7' }, "STRING_VALUE can not be converted to a Number at 'Timeout'."],
    [{ Publish: 'true' }, "STRING_VALUE can not be converted to a Boolean at 'Publish'."],
    [{ Layers: 'a' }, "STRING_VALUE can not be converted to a list at 'Layers'."],
    [{ Layers: ['a', null] }, "NULL_VALUE can not be converted to a String at 'Layers.1'."],
    [{ Code: [] }, "START_ARRAY can not be converted to a structure at 'Code'."],
    [
      { Code: { ZipFile: '#' } },
      "STRING_VALUE can not be converted to a Blob: it must be base64 at 'Code.ZipFile'.",
    ],
    [
      { Environment: { Variables: { A: 1 } } },
      "NUMBER_VALUE can not be converted to a String at 'Environment.Variables.A'.",
    ],
    ['text', 'STRING_VALUE can not be converted to a structure.'],
    [null, 'NULL_VALUE can not be converted to a structure.'],
  ])('%j', async (body, message) => {
    const answer = await sendRaw(endpoint.port, { path: CREATE, ...json(body) });
    expect(answer.status).toBe(400);
    expect(answer.headers['x-amzn-errortype']).toBe('SerializationException');
    expect(JSON.parse(answer.text)).toEqual({ message });
  });

  it('fractions only where AWS has integers', async () => {
    const metric = { MetricName: 'm', Value: 1.5, Values: [0.5], Counts: [1.5] };
    const put = (data: object) =>
      sendRaw(endpoint.port, {
        service: 'monitoring',
        body: JSON.stringify({ Namespace: 'N', MetricData: [data] }),
        headers: {
          'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData',
          'content-type': 'application/x-amz-json-1.0',
        },
      });
    expect((await put(metric)).status).toBe(200);
    const refused = await put({ ...metric, StorageResolution: 1.5 });
    expect(refused.text).toContain("an Integer at 'MetricData.0.StorageResolution'");
  });

  it('also in labels, query and headers', async () => {
    const answer = await sendRaw(endpoint.port, { method: 'GET', path: `${CREATE}?MaxItems=many` });
    expect(answer.status).toBe(400);
    expect(answer.headers['x-amzn-errortype']).toBe('SerializationException');
  });
});

describe('required members', () => {
  it('are named in the words of Lambda', async () => {
    const one = { FunctionName: 'f', Role: 'r' };
    const first = await sendRaw(endpoint.port, { path: CREATE, ...json(one) });
    expect(first.status).toBe(400);
    expect(first.headers['x-amzn-errortype']).toBe('ValidationException');
    expect(JSON.parse(first.text)).toEqual({
      message:
        "1 validation error detected: Value null at 'code' failed to satisfy constraint: Member must not be null",
    });
    const all = await sendRaw(endpoint.port, { path: CREATE, body: '{}' });
    expect(JSON.parse(all.text)).toEqual({
      message:
        "3 validation errors detected: Value null at 'functionName' failed to satisfy constraint: Member must not be " +
        "null; Value null at 'role' failed to satisfy constraint: Member must not be null; Value null at 'code' " +
        'failed to satisfy constraint: Member must not be null',
    });
  });

  it('are named in the words of Logs, also inside of lists', async () => {
    const body = JSON.stringify({ logGroupName: 'g', logStreamName: 's', logEvents: [{ timestamp: 1 }] });
    const answer = await sendRaw(endpoint.port, logs('PutLogEvents', body));
    expect(JSON.parse(answer.text)).toMatchObject({
      __type: 'InvalidParameterException',
      message:
        "1 validation error detected: Value null at 'logEvents.1.member.message' failed to satisfy constraint: " +
        'Member must not be null',
    });
  });

  it('are named in the words of EC2 and IAM', async () => {
    const ec2 = await sendRaw(endpoint.port, {
      ...form({ Action: 'RunInstances', MinCount: '1' }),
      service: 'ec2',
    });
    expect(ec2.text).toContain('<Response><Errors><Error><Code>MissingParameter</Code>');
    expect(ec2.text).toContain('The request must contain the parameter MaxCount.');
    const iam = await sendRaw(endpoint.port, {
      ...form({ Action: 'CreateRole', RoleName: 'r' }),
      service: 'iam',
    });
    expect(iam.text).toContain('<Code>ValidationError</Code>');
  });
});

describe('bodies that cannot be read', () => {
  const broken: readonly (readonly [string, RawRequest, number])[] = [
    ['restJson', { path: CREATE, body: '{"FunctionName":' }, 400],
    ['restJson, no UTF-8', { path: CREATE, body: Buffer.from([0x22, 0xff, 0x22]) }, 400],
    ['awsJson', logs('CreateLogGroup', '{'), 400],
    ['awsQuery', { ...form({}), body: 'Action=CreateRole&RoleName=%zz', service: 'iam' }, 400],
    ['awsQuery, deep', { ...form({}), body: `Action=CreateRole&${'a.'.repeat(64)}=1`, service: 'iam' }, 400],
    [
      'awsQuery, list position',
      { ...form({ Action: 'TagRole', 'Tags.member.9999999999.Key': 'a' }), service: 'iam' },
      400,
    ],
    ['restXml', { method: 'PUT', path: '/bucket?tagging', body: '<Tagging><TagSet>', service: 's3' }, 400],
    [
      'rpcv2Cbor',
      {
        path: '/service/GraniteServiceVersion20100801/operation/PutMetricData',
        headers: { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' },
        body: Buffer.from([0xbf, 0x61]),
        service: 'monitoring',
      },
      400,
    ],
    ['gzip', { path: CREATE, body: 'no gzip', headers: { 'content-encoding': 'gzip' } }, 400],
    ['aws-chunked', { path: CREATE, body: 'zz\r\n', headers: { 'content-encoding': 'aws-chunked' } }, 400],
  ];
  it.each(broken)('%s', async (_, request, status) => {
    const answer = await sendRaw(endpoint.port, request);
    expect(answer.status).toBe(status);
    expect(answer.text + JSON.stringify(answer.headers)).toContain('Serialization');
  });

  it('a gzip bomb stops at the limit', async () => {
    const { gzipSync } = await import('node:zlib');
    const body = gzipSync(Buffer.alloc(4 * 1_048_576));
    const answer = await sendRaw(endpoint.port, {
      ...logs('CreateLogGroup', ''),
      body,
      headers: { 'x-amz-target': 'Logs_20140328.CreateLogGroup', 'content-encoding': 'gzip' },
    });
    expect(answer.status).toBe(413);
  });
});

describe('prototype pollution', () => {
  interface Polluted {
    polluted?: unknown;
  }
  const probe = (): unknown => (Object.create(Object.prototype) as Polluted).polluted;

  it('by form parameters', async () => {
    const fields = {
      Action: 'CreateTopic',
      Name: 't',
      '__proto__.polluted': '1',
      'constructor.prototype.polluted': '1',
    };
    await sendRaw(endpoint.port, { ...form(fields), service: 'sns' });
    expect(seen).toEqual({ Name: 't' });
    const map = {
      Action: 'CreateTopic',
      Name: 't',
      'Attributes.entry.1.key': '__proto__',
      'Attributes.entry.1.value': 'x',
    };
    await sendRaw(endpoint.port, { ...form(map), service: 'sns' });
    expect(Object.keys((seen as { Attributes: object }).Attributes)).toEqual(['__proto__']);
    expect(probe()).toBeUndefined();
  });

  it('by JSON members and map keys', async () => {
    const body =
      '{"FunctionName":"f","Role":"r","Code":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1},' +
      '"Environment":{"Variables":{"__proto__":"x"}},"constructor":{"prototype":{"polluted":1}}}';
    const answer = await sendRaw(endpoint.port, { path: CREATE, body });
    expect(answer.status).toBe(201);
    const input = seen as { Environment: { Variables: object } };
    expect(Object.getPrototypeOf(input.Environment.Variables)).toBeNull();
    expect(Object.keys(input)).toEqual(['FunctionName', 'Role', 'Code', 'Environment']);
    expect(probe()).toBeUndefined();
  });

  it('by operation names', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect((await sendRaw(endpoint.port, logs(name, '{}'))).status).toBe(400);
      expect((await sendRaw(endpoint.port, { ...form({ Action: name }), service: 'iam' })).status).toBe(400);
    }
  });
});

describe('raw paths', () => {
  it('are neither normalised nor decoded before they are split', async () => {
    await sendRaw(endpoint.port, { method: 'GET', path: `${CREATE}/..` });
    expect(seen).toEqual({ FunctionName: '..' });
    await sendRaw(endpoint.port, { method: 'GET', path: `${CREATE}/a%2Fb%3Ac` });
    expect(seen).toEqual({ FunctionName: 'a/b:c' });
  });

  it.each([`${CREATE}//code`, `/${CREATE}`, `${CREATE}/f/../g`, '/2015-03-31/x/../functions'])(
    '%s is no operation',
    async (path) => {
      seen = undefined;
      const answer = await sendRaw(endpoint.port, { method: 'GET', path });
      expect(answer.status).toBe(404);
      expect(seen).toBeUndefined();
    },
  );

  it('forgive one slash at the end, and refuse a bad escape', async () => {
    expect((await sendRaw(endpoint.port, { method: 'GET', path: `${CREATE}/` })).status).toBe(200);
    const bad = await sendRaw(endpoint.port, { method: 'GET', path: `${CREATE}/%zz` });
    expect(bad.status).toBe(400);
    expect(bad.headers['x-amzn-errortype']).toBe('SerializationException');
  });
});

describe('operations and services that are not there', () => {
  it('an operation without a handler is named, in the protocol of the caller', async () => {
    const rest = await sendRaw(endpoint.port, { method: 'GET', path: '/2016-08-19/account-settings' });
    expect(rest.status).toBe(501);
    expect(JSON.parse(rest.text)).toEqual({
      message: "AWS Lambda's GetAccountSettings is not implemented by the Lambdeck endpoint.",
    });
    const rpc = await sendRaw(endpoint.port, logs('StartQuery', '{}'));
    expect(rpc.status).toBe(501);
    expect(JSON.parse(rpc.text)).toMatchObject({ __type: 'NotImplemented' });
    const query = await sendRaw(endpoint.port, { ...form({ Action: 'CreateUser' }), service: 'iam' });
    expect(query.status).toBe(501);
    expect(query.text).toContain('<Code>NotImplemented</Code>');
  });

  it('an operation nobody knows', async () => {
    const rpc = await sendRaw(endpoint.port, logs('Nothing', '{}'));
    expect(rpc.status).toBe(400);
    expect(JSON.parse(rpc.text)).toMatchObject({ __type: 'UnknownOperationException' });
    const query = await sendRaw(endpoint.port, { ...form({ Action: 'Nothing' }), service: 'iam' });
    expect(query.text).toContain('<Code>InvalidAction</Code>');
    const ec2 = await sendRaw(endpoint.port, { ...form({ Action: 'Nothing' }), service: 'ec2' });
    expect(ec2.text).toContain('<Response><Errors><Error><Code>InvalidAction</Code>');
    const none = await sendRaw(endpoint.port, { ...form({}), service: 'iam' });
    expect(none.text).toContain('<Code>MissingAction</Code>');
  });

  it('a service of the catalogue, or of AWS, that is not served', async () => {
    const gateway = await sendRaw(endpoint.port, { method: 'GET', path: '/restapis', service: 'apigateway' });
    expect(gateway.status).toBe(501);
    expect(JSON.parse(gateway.text)).toEqual({
      message: 'Amazon API Gateway (GET /restapis) is not implemented by the Lambdeck endpoint.',
    });
    const dynamo = await sendRaw(endpoint.port, {
      service: 'dynamodb',
      body: '{}',
      headers: {
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        'content-type': 'application/x-amz-json-1.0',
      },
    });
    expect(dynamo.status).toBe(501);
    expect(JSON.parse(dynamo.text)).toMatchObject({
      message: "The service 'dynamodb' (ListTables) is not implemented by the Lambdeck endpoint.",
    });
    const redshift = await sendRaw(endpoint.port, {
      ...form({ Action: 'DescribeClusters' }),
      service: 'redshift',
    });
    expect(redshift.status).toBe(501);
    expect(redshift.text).toContain('<ErrorResponse><Error>');
  });
});

it('not one of these was a failure of ours', () => {
  expect(endpoint.failures).toEqual([]);
});
