import * as apigateway from '@aws-sdk/client-api-gateway';
import * as apigatewayv2 from '@aws-sdk/client-apigatewayv2';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as ec2 from '@aws-sdk/client-ec2';
import * as efs from '@aws-sdk/client-efs';
import * as events from '@aws-sdk/client-eventbridge';
import * as iam from '@aws-sdk/client-iam';
import * as kms from '@aws-sdk/client-kms';
import * as lambda from '@aws-sdk/client-lambda';
import * as rds from '@aws-sdk/client-rds';
import * as tagging from '@aws-sdk/client-resource-groups-tagging-api';
import * as s3 from '@aws-sdk/client-s3';
import * as scheduler from '@aws-sdk/client-scheduler';
import * as secretsmanager from '@aws-sdk/client-secrets-manager';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';
import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import * as xray from '@aws-sdk/client-xray';
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { operations as apigatewayServed } from '../../services/apigateway/generated/operations.ts';
import { operations as apigatewayv2Served } from '../../services/apigatewayv2/generated/operations.ts';
import { operations as cloudwatchServed } from '../../services/cloudwatch/generated/operations.ts';
import { operations as ec2Served } from '../../services/ec2/generated/operations.ts';
import { operations as efsServed } from '../../services/efs/generated/operations.ts';
import { operations as eventsServed } from '../../services/eventbridge/generated/operations.ts';
import { operations as iamServed } from '../../services/iam/generated/operations.ts';
import { operations as kmsServed } from '../../services/kms/generated/operations.ts';
import { operations as lambdaServed } from '../../services/lambda/generated/operations.ts';
import { operations as logsServed } from '../../services/logs/generated/operations.ts';
import { operations as rdsServed } from '../../services/rds/generated/operations.ts';
import { operations as s3Served } from '../../services/s3/generated/operations.ts';
import { operations as schedulerServed } from '../../services/scheduler/generated/operations.ts';
import { operations as secretsmanagerServed } from '../../services/secretsmanager/generated/operations.ts';
import { operations as snsServed } from '../../services/sns/generated/operations.ts';
import { operations as sqsServed } from '../../services/sqs/generated/operations.ts';
import { operations as ssmServed } from '../../services/ssm/generated/operations.ts';
import { operations as stsServed } from '../../services/sts/generated/operations.ts';
import { operations as taggingServed } from '../../services/tagging/generated/operations.ts';
import { operations as xrayServed } from '../../services/xray/generated/operations.ts';
import { readServiceModel, type OperationModel } from '../../wire/aws-schema.ts';
import { CATALOGUE, SHIPPED_SCHEMAS } from '../../wire/catalogue.ts';
import type { ServiceName } from '../../services/service.ts';

/** A client that takes its requests from here, and one operation that it and the endpoint both have. */
export interface Subject {
  readonly service: ServiceName;
  readonly operation: OperationModel;
  readonly client: Sendable;
  readonly Command: new (input: unknown) => unknown;
}

export interface Sendable {
  send(command: unknown): Promise<unknown>;
  destroy(): void;
}

type Client = new (config: object) => Sendable;

interface Source {
  readonly module: Readonly<Record<string, unknown>>;
  readonly client: string;
  readonly served: Readonly<Record<string, unknown>>;
  readonly config?: object;
}

const SOURCES: readonly (readonly [ServiceName, Source])[] = [
  ['lambda', { module: lambda, client: 'LambdaClient', served: lambdaServed }],
  ['logs', { module: logs, client: 'CloudWatchLogsClient', served: logsServed }],
  ['iam', { module: iam, client: 'IAMClient', served: iamServed }],
  ['sts', { module: sts, client: 'STSClient', served: stsServed }],
  ['apigateway', { module: apigateway, client: 'APIGatewayClient', served: apigatewayServed }],
  ['apigatewayv2', { module: apigatewayv2, client: 'ApiGatewayV2Client', served: apigatewayv2Served }],
  ['cloudwatch', { module: cloudwatch, client: 'CloudWatchClient', served: cloudwatchServed }],
  [
    'cloudwatch',
    {
      module: cloudwatch,
      client: 'CloudWatchClient',
      served: cloudwatchServed,
      config: { protocol: SmithyRpcV2CborProtocol },
    },
  ],
  [
    's3',
    {
      module: s3,
      client: 'S3Client',
      served: s3Served,
      config: { forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' },
    },
  ],
  [
    'sqs',
    {
      module: sqs,
      client: 'SQSClient',
      served: sqsServed,
      config: { md5: false, useQueueUrlAsEndpoint: false },
    },
  ],
  ['sns', { module: sns, client: 'SNSClient', served: snsServed }],
  ['events', { module: events, client: 'EventBridgeClient', served: eventsServed }],
  ['scheduler', { module: scheduler, client: 'SchedulerClient', served: schedulerServed }],
  ['kms', { module: kms, client: 'KMSClient', served: kmsServed }],
  [
    'secretsmanager',
    { module: secretsmanager, client: 'SecretsManagerClient', served: secretsmanagerServed },
  ],
  ['tagging', { module: tagging, client: 'ResourceGroupsTaggingAPIClient', served: taggingServed }],
  ['ssm', { module: ssm, client: 'SSMClient', served: ssmServed }],
  ['rds', { module: rds, client: 'RDSClient', served: rdsServed }],
  ['xray', { module: xray, client: 'XRayClient', served: xrayServed }],
  ['ec2', { module: ec2, client: 'EC2Client', served: ec2Served }],
  ['efs', { module: efs, client: 'EFSClient', served: efsServed }],
];

/** Tails logs until the caller hangs up: there is no answer to wait for. */
const LEFT_OUT = new Set(['StartLiveTail']);

/** Every operation that the endpoint serves, with a client whose requests go to `requestHandler`. */
export async function everyOperation(requestHandler: object): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  for (const [service, { module, client: name, served, config }] of SOURCES) {
    const entry = CATALOGUE.find((candidate) => candidate.name === service);
    const loader = SHIPPED_SCHEMAS[service];
    if (!entry || !loader) throw new Error(`No schemas for ${service}`);
    const model = readServiceModel(entry, await loader());
    const client = new (module[name] as Client)({
      region: 'us-east-1',
      endpoint: 'http://localhost',
      credentials: { accessKeyId: '000000000000', secretAccessKey: 'malformed' },
      maxAttempts: 1,
      disableHostPrefix: true,
      requestHandler,
      ...config,
    });
    for (const operationName of Object.keys(served)) {
      const operation = model.operations.get(operationName);
      if (!operation) throw new Error(`${service} serves ${operationName}, which its model does not have`);
      if (LEFT_OUT.has(operationName)) continue;
      const Command = module[`${operationName}Command`] as Subject['Command'];
      subjects.push({ service, operation, client, Command });
    }
  }
  return subjects;
}
