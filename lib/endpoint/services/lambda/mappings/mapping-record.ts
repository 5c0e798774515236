import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';

export type SourceKind = 'sqs' | 'kinesis' | 'dynamodb' | 'kafka' | 'mq' | 'documentdb';

export type MappingState =
  'Creating' | 'Enabling' | 'Enabled' | 'Updating' | 'Disabling' | 'Disabled' | 'Deleting';

/** Members that are kept as they came and shown again. */
export type PlainMember =
  | 'KMSKeyArn'
  | 'MetricsConfig'
  | 'LoggingConfig'
  | 'ScalingConfig'
  | 'ProvisionedPollerConfig'
  | 'ParallelizationFactor'
  | 'StartingPosition'
  | 'DestinationConfig'
  | 'MaximumRecordAgeInSeconds'
  | 'BisectBatchOnFunctionError'
  | 'MaximumRetryAttempts'
  | 'TumblingWindowInSeconds'
  | 'Topics'
  | 'Queues'
  | 'SourceAccessConfigurations'
  | 'SelfManagedEventSource'
  | 'AmazonManagedKafkaEventSourceConfig'
  | 'SelfManagedKafkaEventSourceConfig'
  | 'DocumentDBEventSourceConfig';

export interface MappingSettings {
  readonly kind: SourceKind;
  readonly isEnabled: boolean;
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** Pattern texts, one of which must match; empty when everything passes. */
  readonly filters: readonly string[];
  readonly responseTypes: readonly string[];
  readonly startingPositionMs?: number;
  readonly plain: Pick<EventSourceMappingConfiguration, PlainMember>;
}

export interface MappingRecord {
  readonly uuid: string;
  readonly accountId: string;
  readonly region: string;
  readonly functionName: string;
  /** As the caller gave it. */
  readonly qualifier: string | undefined;
  /** Absent for self-managed Kafka. */
  readonly sourceArn: string | undefined;
  readonly settings: MappingSettings;
  readonly state: MappingState;
  readonly modifiedMs: number;
}
