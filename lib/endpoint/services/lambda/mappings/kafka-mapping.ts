import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { invalidParameterValue } from '../errors.ts';
import type { MappingRecord } from './mapping-record.ts';
import type { MappingInput } from './mapping-rules.ts';

/** How the brokers of a self-managed cluster are reached must be said [rec]. */
export function assertKafkaAccess(input: MappingInput): void {
  if (input.SelfManagedEventSource && input.SourceAccessConfigurations === undefined) {
    throw invalidParameterValue("Required 'sourceAccessConfigurations' parameter is missing.");
  }
}

type KafkaConfigs = Pick<
  EventSourceMappingConfiguration,
  'AmazonManagedKafkaEventSourceConfig' | 'SelfManagedKafkaEventSourceConfig'
>;

/** Without a consumer group of its own a mapping is one by its id (1.11) [rec]. */
export function kafkaConfigs({ uuid, sourceArn, settings }: MappingRecord): KafkaConfigs {
  if (settings.kind !== 'kafka') return {};
  const name =
    sourceArn === undefined ? 'SelfManagedKafkaEventSourceConfig' : 'AmazonManagedKafkaEventSourceConfig';
  return { [name]: { ConsumerGroupId: uuid, ...settings.plain[name] } };
}

/** The ARN of a cluster, or the addresses of its brokers. */
export function kafkaSources({ EventSourceArn, SelfManagedEventSource }: MappingInput): readonly string[] {
  if (EventSourceArn !== undefined) return [EventSourceArn];
  return SelfManagedEventSource?.Endpoints?.KAFKA_BOOTSTRAP_SERVERS ?? [];
}

/** Whether a mapping of the same function reads a topic of the same cluster already. */
export function isSameTopic(mapping: MappingRecord, input: MappingInput): boolean {
  const { Topics = [], SelfManagedEventSource } = mapping.settings.plain;
  const sources = kafkaSources({
    EventSourceArn: mapping.sourceArn,
    SelfManagedEventSource,
  });
  return (
    kafkaSources(input).some((source) => sources.includes(source)) &&
    (input.Topics ?? []).some((topic) => Topics.includes(topic))
  );
}
