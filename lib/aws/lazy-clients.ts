import 'server-only';
import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import type { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { EFSClient } from '@aws-sdk/client-efs';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { LambdaClientConfig } from '@aws-sdk/client-lambda';
import type { RDSClient } from '@aws-sdk/client-rds';
import type { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { SchemasClient } from '@aws-sdk/client-schemas';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { XRayClient } from '@aws-sdk/client-xray';
import { sendChangesOnce } from '@/lib/aws/changes-once';
import type { ClientConfig } from '@/lib/aws/client-config';

/** What every client of a place is made of: Region, address, keys, limits of time and tries. */
export type ClientSettings = ClientConfig & Pick<LambdaClientConfig, 'credentials'>;

/** Clients of services that few pages ask; each is loaded and made with its first use. */
export interface LazyClients {
  /** REST APIs, API keys, usage plans. */
  readonly apiGateway: () => Promise<APIGatewayClient>;
  /** HTTP and WebSocket APIs. */
  readonly apiGatewayV2: () => Promise<ApiGatewayV2Client>;
  /** Connections of one stage of a WebSocket API, which answers at the stage's own address. Made anew for each call. */
  readonly apiConnections: (endpoint: string) => Promise<ApiGatewayManagementApiClient>;
  readonly cloudWatch: () => Promise<CloudWatchClient>;
  readonly ec2: () => Promise<EC2Client>;
  readonly efs: () => Promise<EFSClient>;
  readonly eventBridge: () => Promise<EventBridgeClient>;
  readonly rds: () => Promise<RDSClient>;
  readonly s3: () => Promise<S3Client>;
  readonly scheduler: () => Promise<SchedulerClient>;
  readonly schemas: () => Promise<SchemasClient>;
  readonly secretsManager: () => Promise<SecretsManagerClient>;
  readonly sns: () => Promise<SNSClient>;
  readonly sqs: () => Promise<SQSClient>;
  /** Tags of resources of all services at once. */
  readonly tagging: () => Promise<ResourceGroupsTaggingAPIClient>;
  readonly xray: () => Promise<XRayClient>;
}

/** Makes a thing once, with the first call; a failure is forgotten, so that the next call tries again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

export function lazyClients(settings: ClientSettings): LazyClients {
  // A host of one's own has no name for each bucket.
  const s3Settings = { ...settings, forcePathStyle: settings.endpoint !== undefined };
  return {
    apiGateway: once(async () => {
      const { APIGatewayClient } = await import('@aws-sdk/client-api-gateway');
      return sendChangesOnce(new APIGatewayClient(settings));
    }),
    apiGatewayV2: once(async () => {
      const { ApiGatewayV2Client } = await import('@aws-sdk/client-apigatewayv2');
      return sendChangesOnce(new ApiGatewayV2Client(settings));
    }),
    cloudWatch: once(async () => {
      const { CloudWatchClient } = await import('@aws-sdk/client-cloudwatch');
      return sendChangesOnce(new CloudWatchClient(settings));
    }),
    ec2: once(async () => {
      const { EC2Client } = await import('@aws-sdk/client-ec2');
      return sendChangesOnce(new EC2Client(settings));
    }),
    efs: once(async () => {
      const { EFSClient } = await import('@aws-sdk/client-efs');
      return sendChangesOnce(new EFSClient(settings));
    }),
    eventBridge: once(async () => {
      const { EventBridgeClient } = await import('@aws-sdk/client-eventbridge');
      return sendChangesOnce(new EventBridgeClient(settings));
    }),
    rds: once(async () => {
      const { RDSClient } = await import('@aws-sdk/client-rds');
      return sendChangesOnce(new RDSClient(settings));
    }),
    s3: once(async () => {
      const { S3Client } = await import('@aws-sdk/client-s3');
      return sendChangesOnce(new S3Client(s3Settings));
    }),
    scheduler: once(async () => {
      const { SchedulerClient } = await import('@aws-sdk/client-scheduler');
      return sendChangesOnce(new SchedulerClient(settings));
    }),
    schemas: once(async () => {
      const { SchemasClient } = await import('@aws-sdk/client-schemas');
      return sendChangesOnce(new SchemasClient(settings));
    }),
    secretsManager: once(async () => {
      const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
      return sendChangesOnce(new SecretsManagerClient(settings));
    }),
    sns: once(async () => {
      const { SNSClient } = await import('@aws-sdk/client-sns');
      return sendChangesOnce(new SNSClient(settings));
    }),
    sqs: once(async () => {
      const { SQSClient } = await import('@aws-sdk/client-sqs');
      return sendChangesOnce(new SQSClient(settings));
    }),
    tagging: once(async () => {
      const { ResourceGroupsTaggingAPIClient } = await import('@aws-sdk/client-resource-groups-tagging-api');
      return sendChangesOnce(new ResourceGroupsTaggingAPIClient(settings));
    }),
    apiConnections: async (endpoint) => {
      const { ApiGatewayManagementApiClient } = await import('@aws-sdk/client-apigatewaymanagementapi');
      return sendChangesOnce(new ApiGatewayManagementApiClient({ ...settings, endpoint }));
    },
    xray: once(async () => {
      const { XRayClient } = await import('@aws-sdk/client-xray');
      return sendChangesOnce(new XRayClient(settings));
    }),
  };
}
