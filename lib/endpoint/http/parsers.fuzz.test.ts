import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Operation, ServiceName } from '../services/service.ts';
import { readServiceModel } from '../wire/aws-schema.ts';
import { CATALOGUE, SHIPPED_SCHEMAS, type SchemaModule } from '../wire/catalogue.ts';
import { mutate, printable } from './test/mutate.ts';
import { randomFrom } from './test/random.ts';
import { sendRaw, type RawRequest } from './test/raw-request.ts';
import {
  startTestEndpoint,
  TEST_SCHEMAS,
  testService,
  type TestEndpoint,
} from './test/start-test-endpoint.ts';

/** Each run of the suite tries the same requests; another seed tries others. */
const SEED = 20_261_127;
const ROUNDS = 150;
const ANSWER_MS_MAX = 5_000;

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const target = (name: string) => ({ 'x-amz-target': name, 'content-type': 'application/x-amz-json-1.1' });

const SEEDS: readonly (readonly [protocol: string, request: RawRequest])[] = [
  [
    'restJson',
    {
      path: '/2015-03-31/functions',
      body: '{"FunctionName":"f","Role":"r","Code":{"ZipFile":"UEsDBA=="},"Environment":{"Variables":{"A":"1"}},"Layers":["a"],"Timeout":3,"Publish":true}',
    },
  ],
  [
    'restJson with labels',
    { method: 'GET', path: '/2015-03-31/functions/arn%3Aaws%3Alambda/aliases?Marker=a%2Bb&MaxItems=5' },
  ],
  [
    'awsJson',
    {
      service: 'logs',
      headers: target('Logs_20140328.PutLogEvents'),
      body: '{"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":1700000000000,"message":"m\\u00fc"}]}',
    },
  ],
  [
    'awsQuery',
    {
      service: 'iam',
      headers: form,
      body: 'Action=CreateRole&Version=2010-05-08&RoleName=r&AssumeRolePolicyDocument=%7B%7D&Tags.member.1.Key=a&Tags.member.1.Value=b&MaxSessionDuration=3600',
    },
  ],
  [
    'ec2Query',
    {
      service: 'ec2',
      headers: form,
      body: 'Action=RunInstances&Version=2016-11-15&MinCount=1&MaxCount=1&SecurityGroupId.1=a&BlockDeviceMapping.1.Ebs.VolumeSize=8&DryRun=false',
    },
  ],
  [
    'restXml',
    {
      method: 'PUT',
      service: 's3',
      path: '/bucket?tagging',
      body: '<?xml version="1.0"?><Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><TagSet><Tag><Key>a</Key><Value>b&amp;c</Value></Tag></TagSet></Tagging>',
    },
  ],
  [
    'aws-chunked',
    {
      service: 'logs',
      headers: { ...target('Logs_20140328.CreateLogGroup'), 'content-encoding': 'aws-chunked' },
      body: '14;chunk-signature=ab\r\n{"logGroupName":"g"}\r\n0;chunk-signature=cd\r\nx-amz-checksum-crc32:abc=\r\n\r\n',
    },
  ],
  [
    'rpcv2Cbor',
    {
      service: 'monitoring',
      path: '/service/GraniteServiceVersion20100801/operation/PutMetricData',
      headers: { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' },
      // {"Namespace": "N", "MetricData": [{"MetricName": "m", "Value": 1.5, "Timestamp": 1(1)}]}
      body: Buffer.from(
        'a2694e616d657370616365614e6a4d657472696344617461' +
          '81a36a4d65747269634e616d65616d6556616c7565fb3ff80000000000006954696d657374616d70c101',
        'hex',
      ),
    },
  ],
];

let endpoint: TestEndpoint;

async function serveAll(name: ServiceName) {
  const entry = CATALOGUE.find((candidate) => candidate.name === name);
  const module = (await (SHIPPED_SCHEMAS[name] ?? TEST_SCHEMAS[name])?.()) as SchemaModule | undefined;
  if (!entry || !module) throw new Error(`No schemas for ${name}`);
  const operations: Record<string, Operation> = {};
  for (const operation of readServiceModel(entry, module).operations.keys())
    operations[operation] = () => ({});
  return testService(name, operations);
}

beforeAll(async () => {
  const names: readonly ServiceName[] = ['lambda', 'logs', 'iam', 'ec2', 's3', 'cloudwatch'];
  endpoint = await startTestEndpoint(await Promise.all(names.map(serveAll)));
});
afterAll(() => endpoint.close());

it.each(SEEDS)('%s: the request itself is good', async (_, request) => {
  const answer = await sendRaw(endpoint.port, request);
  expect(answer.status, answer.text).toBeLessThan(300);
});

it.each(SEEDS)(
  '%s: no change of it crashes, hangs or is our failure',
  { timeout: 60_000 },
  async (name, request) => {
    const random = randomFrom(SEED + name.length);
    for (let round = 0; round < ROUNDS; round += 1) {
      let body = Buffer.from(request.body ?? '');
      let path = Buffer.from(request.path ?? '/');
      for (let change = random(4); change >= 0; change -= 1) {
        if (body.length > 0 && random(5) > 0) body = mutate(body, random) as typeof body;
        else path = mutate(path, random) as typeof path;
      }
      const mutated = {
        ...request,
        body,
        path: `/${printable(path.toString('latin1')).replace(/^\/+/, '')}`,
      };
      const started = performance.now();
      const answer = await sendRaw(endpoint.port, mutated);
      const what = `${mutated.method ?? 'POST'} ${mutated.path} ${body.toString('latin1')}: ${answer.text}`;
      expect(answer.status === 501 || answer.status < 500, what).toBe(true);
      expect(performance.now() - started, what).toBeLessThan(ANSWER_MS_MAX);
    }
    expect(endpoint.failures).toEqual([]);
  },
);
