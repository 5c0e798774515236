import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { functionArn, partitionOf } from '../names.ts';
import { kafkaConfigs } from './kafka-mapping.ts';
import type { MappingRecord } from './mapping-record.ts';

/** A mapping as the API shows it; which members appear differs by source (1.11) [rec]. */
export function toMappingConfiguration(mapping: MappingRecord): EventSourceMappingConfiguration {
  const { settings, accountId, region, uuid } = mapping;
  return {
    UUID: uuid,
    EventSourceMappingArn: `arn:${partitionOf(region)}:lambda:${region}:${accountId}:event-source-mapping:${uuid}`,
    ...(mapping.sourceArn !== undefined && { EventSourceArn: mapping.sourceArn }),
    FunctionArn: functionArn({ accountId, region, name: mapping.functionName }, mapping.qualifier),
    BatchSize: settings.batchSize,
    MaximumBatchingWindowInSeconds: settings.windowSeconds,
    ...(settings.kind !== 'kafka' &&
      settings.kind !== 'mq' && {
        FunctionResponseTypes: [
          ...settings.responseTypes,
        ] as EventSourceMappingConfiguration['FunctionResponseTypes'],
      }),
    LastModified: new Date(mapping.modifiedMs),
    State: mapping.state,
    StateTransitionReason: transitionReason(mapping),
    ...(settings.startingPositionMs !== undefined && {
      StartingPositionTimestamp: new Date(settings.startingPositionMs),
    }),
    ...(settings.kind !== 'sqs' && { LastProcessingResult: 'No records processed' }),
    ...(settings.filters.length > 0 && {
      FilterCriteria: { Filters: settings.filters.map((Pattern) => ({ Pattern })) },
    }),
    ...settings.plain,
    ...kafkaConfigs(mapping),
  };
}

function transitionReason({ settings }: MappingRecord): string {
  if (settings.kind === 'sqs') return 'USER_INITIATED';
  return `User action. This endpoint keeps mappings of ${titles[settings.kind]} but does not poll such sources: the function is not called.`;
}

const titles = {
  kinesis: 'Kinesis streams',
  dynamodb: 'DynamoDB streams',
  kafka: 'Apache Kafka topics',
  mq: 'Amazon MQ brokers',
  documentdb: 'DocumentDB clusters',
} as const;
