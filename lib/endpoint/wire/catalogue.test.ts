import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EFSClient } from '@aws-sdk/client-efs';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { RDSClient } from '@aws-sdk/client-rds';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { SchemasClient } from '@aws-sdk/client-schemas';
import { XRayClient } from '@aws-sdk/client-xray';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import type { ServiceName } from '../services/service.ts';
import { readServiceModel } from './aws-schema.ts';
import { CATALOGUE, SHIPPED_SCHEMAS, type CatalogueEntry } from './catalogue.ts';
import { checkServiceModel } from './self-check.ts';

interface ClientConfig {
  readonly protocolSettings: {
    readonly defaultNamespace: string;
    readonly version: string;
    readonly serviceTarget: string;
    readonly xmlNamespace?: string;
    readonly awsQueryCompatible?: boolean;
  };
  readonly protocol: { getShapeId(): string };
  readonly defaultSigningName: string;
}

const OPTIONS = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

const CONFIGS: Readonly<Record<ServiceName, unknown>> = {
  lambda: new LambdaClient(OPTIONS).config,
  logs: new CloudWatchLogsClient(OPTIONS).config,
  iam: new IAMClient(OPTIONS).config,
  sts: new STSClient(OPTIONS).config,
  apigateway: new APIGatewayClient(OPTIONS).config,
  apigatewayv2: new ApiGatewayV2Client(OPTIONS).config,
  cloudwatch: new CloudWatchClient(OPTIONS).config,
  s3: new S3Client(OPTIONS).config,
  sqs: new SQSClient(OPTIONS).config,
  sns: new SNSClient(OPTIONS).config,
  events: new EventBridgeClient(OPTIONS).config,
  scheduler: new SchedulerClient(OPTIONS).config,
  schemas: new SchemasClient(OPTIONS).config,
  tagging: new ResourceGroupsTaggingAPIClient(OPTIONS).config,
  kms: new KMSClient(OPTIONS).config,
  secretsmanager: new SecretsManagerClient(OPTIONS).config,
  ssm: new SSMClient(OPTIONS).config,
  rds: new RDSClient(OPTIONS).config,
  xray: new XRayClient(OPTIONS).config,
  ec2: new EC2Client(OPTIONS).config,
  efs: new EFSClient(OPTIONS).config,
};

const PROTOCOLS: Readonly<Record<string, (entry: CatalogueEntry) => boolean>> = {
  'aws.protocols#restJson1': ({ rest }) => rest === 'restJson1',
  'aws.protocols#restXml': ({ rest }) => rest === 'restXml',
  'aws.protocols#awsQuery': ({ query }) => query === 'awsQuery',
  'aws.protocols#ec2Query': ({ query }) => query === 'ec2Query',
  'aws.protocols#awsJson1_0': ({ rest }) => rest === undefined,
  'aws.protocols#awsJson1_1': ({ rest }) => rest === undefined,
};

describe('the catalogue says what the clients say', () => {
  it.each(CATALOGUE)('$name', (entry) => {
    const config = CONFIGS[entry.name] as ClientConfig;
    const settings = config.protocolSettings;
    expect({
      namespace: entry.namespace,
      version: entry.version,
      target: entry.target,
      xmlNamespace: entry.xmlNamespace,
      isQueryCompatible: entry.isQueryCompatible,
      signingName: entry.signingName,
    }).toEqual({
      namespace: settings.defaultNamespace,
      version: settings.version,
      target: settings.serviceTarget,
      xmlNamespace: settings.xmlNamespace,
      isQueryCompatible: settings.awsQueryCompatible ?? false,
      signingName: config.defaultSigningName,
    });
    const fits = PROTOCOLS[config.protocol.getShapeId()];
    expect(fits?.(entry), config.protocol.getShapeId()).toBe(true);
  });
});

describe('the self-check', () => {
  const shipped = CATALOGUE.filter(({ name }) => SHIPPED_SCHEMAS[name]);

  it.each(shipped)('passes for the pinned client of $name', async (entry) => {
    const model = readServiceModel(entry, (await SHIPPED_SCHEMAS[entry.name]?.()) ?? {});
    expect(() => checkServiceModel(model)).not.toThrow();
  });

  it.each(shipped)('fails for $name when an operation looks different', async (entry) => {
    const model = readServiceModel(entry, (await SHIPPED_SCHEMAS[entry.name]?.()) ?? {});
    const operations = new Map(
      [...model.operations].map(([name, operation]) => [name, { ...operation, input: operation.output }]),
    );
    expect(() => checkServiceModel({ ...model, operations })).toThrow(entry.title);
  });

  it('refuses a module without operations', () => {
    const [entry] = CATALOGUE;
    if (!entry) throw new Error('The catalogue is empty.');
    expect(() => readServiceModel(entry, { something: [1, 2] })).toThrow('has no operation schemas');
  });
});
