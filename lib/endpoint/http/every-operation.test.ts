import * as apigateway from '@aws-sdk/client-api-gateway';
import * as apigatewayv2 from '@aws-sdk/client-apigatewayv2';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as ec2 from '@aws-sdk/client-ec2';
import * as efs from '@aws-sdk/client-efs';
import * as iam from '@aws-sdk/client-iam';
import * as lambda from '@aws-sdk/client-lambda';
import * as rds from '@aws-sdk/client-rds';
import * as tagging from '@aws-sdk/client-resource-groups-tagging-api';
import * as s3 from '@aws-sdk/client-s3';
import * as schemas from '@aws-sdk/client-schemas';
import * as secrets from '@aws-sdk/client-secrets-manager';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';
import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import { afterAll, describe, expect, it } from 'vitest';
import type { Operation, ServiceName } from '../services/service.ts';
import { readServiceModel, type OperationModel, type ServiceModel } from '../wire/aws-schema.ts';
import { CATALOGUE, SHIPPED_SCHEMAS, type SchemaModule } from '../wire/catalogue.ts';
import { firstDifference, plain, sampleValue, type SampleOptions } from './test/sample-value.ts';
import {
  clientOptions,
  startTestEndpoint,
  TEST_SCHEMAS,
  type TestEndpoint,
} from './test/start-test-endpoint.ts';

interface Subject {
  readonly name: ServiceName;
  readonly module: Readonly<Record<string, unknown>>;
  readonly client: string;
  readonly isHard?: boolean;
  readonly skip?: readonly string[];
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly config?: object;
  /** Operations whose client does more than speak the protocol, with the reason. */
  readonly leftOut?: Readonly<Record<string, string>>;
}

const SUBJECTS: readonly Subject[] = [
  { name: 'lambda', module: lambda, client: 'LambdaClient', isHard: true },
  { name: 'logs', module: logs, client: 'CloudWatchLogsClient', isHard: true },
  { name: 'iam', module: iam, client: 'IAMClient', isHard: true },
  {
    name: 'sts',
    module: sts,
    client: 'STSClient',
    isHard: true,
    leftOut: {
      AssumeRoleWithSAML: 'sent without a signature, which the control plane never answers',
      AssumeRoleWithWebIdentity: 'sent without a signature, which the control plane never answers',
    },
  },
  { name: 'apigateway', module: apigateway, client: 'APIGatewayClient', isHard: true },
  { name: 'apigatewayv2', module: apigatewayv2, client: 'ApiGatewayV2Client', isHard: true },
  { name: 'sns', module: sns, client: 'SNSClient', isHard: true },
  { name: 'cloudwatch', module: cloudwatch, client: 'CloudWatchClient', isHard: true },
  {
    name: 'sqs',
    module: sqs,
    client: 'SQSClient',
    isHard: true,
    config: { md5: false, useQueueUrlAsEndpoint: false },
  },
  { name: 'secretsmanager', module: secrets, client: 'SecretsManagerClient', isHard: true },
  { name: 'ssm', module: ssm, client: 'SSMClient', isHard: true },
  {
    name: 'schemas',
    module: schemas,
    client: 'SchemasClient',
    isHard: true,
    leftOut: {
      GetResourcePolicy: 'its client hands out Policy as an object that reads like a string',
      PutResourcePolicy: 'its client hands out Policy as an object that reads like a string',
    },
  },
  { name: 'tagging', module: tagging, client: 'ResourceGroupsTaggingAPIClient', isHard: true },
  { name: 'rds', module: rds, client: 'RDSClient', isHard: true },
  { name: 'ec2', module: ec2, client: 'EC2Client', isHard: true },
  { name: 'efs', module: efs, client: 'EFSClient', isHard: true },
  {
    name: 's3',
    module: s3,
    client: 'S3Client',
    config: {
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    },
    skip: ['SSECustomerKey', 'CopySourceSSECustomerKey'],
    fixed: { Bucket: 'bucket-name', ChecksumAlgorithm: 'CRC32' },
    leftOut: {
      ListDirectoryBuckets: 'told from ListBuckets only by the host name of S3 Express',
      HeadObject: 'its client makes ExpiresString by itself',
    },
  },
];

interface Sendable {
  send(command: unknown): Promise<Record<string, unknown>>;
  destroy(): void;
}

function isPlain(operation: OperationModel): boolean {
  const streams = [...operation.input.members, ...operation.output.members];
  return !streams.some(({ shape }) => shape.isStreaming);
}

/** Calls every operation of a service through its SDK client with every member of input and output set. */
async function callAll(subject: Subject): Promise<{ failures: string[]; count: number }> {
  const entry = CATALOGUE.find(({ name }) => name === subject.name);
  const loader = SHIPPED_SCHEMAS[subject.name] ?? TEST_SCHEMAS[subject.name];
  if (!entry || !loader) throw new Error(`No schemas for ${subject.name}`);
  const model: ServiceModel = readServiceModel(entry, (await loader()) as SchemaModule);
  const options: SampleOptions = {
    skip: new Set(subject.skip ?? []),
    fixed: subject.fixed ?? {},
    isHard: subject.isHard ?? false,
  };
  let seen: unknown;
  const operations: Record<string, Operation> = {};
  for (const operation of model.operations.values())
    operations[operation.name] = (input: unknown) => {
      seen = input;
      return sampleValue(operation.output, options);
    };
  const endpoint: TestEndpoint = await startTestEndpoint([{ name: subject.name, operations }]);
  open.push(endpoint);
  const Client = subject.module[subject.client] as new (config: object) => Sendable;
  const client = new Client({ ...clientOptions(endpoint), ...subject.config });
  const failures: string[] = [];
  let count = 0;
  for (const operation of model.operations.values()) {
    if (!isPlain(operation) || subject.leftOut?.[operation.name] !== undefined) continue;
    const Command = subject.module[`${operation.name}Command`] as new (input: unknown) => unknown;
    const input = sampleValue(operation.input, options);
    seen = undefined;
    count += 1;
    try {
      const output = await client.send(new Command(input));
      const difference =
        firstDifference(plain(seen), plain(input), 'input') ??
        firstDifference(plain(output), plain(sampleValue(operation.output, options)), 'output');
      if (difference !== undefined) failures.push(`${operation.name}: ${difference}`);
    } catch (error) {
      failures.push(`${operation.name}: ${(error as Error).message}`);
    }
  }
  client.destroy();
  return { failures, count };
}

const open: TestEndpoint[] = [];
afterAll(async () => {
  for (const endpoint of open) await endpoint.close();
});

describe('every operation, every member, there and back through its own client', () => {
  it.each(SUBJECTS)('$name', { timeout: 60_000 }, async (subject) => {
    const { failures, count } = await callAll(subject);
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThan(5);
  });
});
