import type { NodeKind } from './connected-service.ts';

/** The sources that "Add trigger" connects, in the order of its list. */
export const triggerKinds = [
  { id: 'sqs', service: 'SQS', kind: 'queue', way: 'mapping' },
  { id: 'sns', service: 'SNS', kind: 'bus', way: 'push' },
  { id: 'eventbridge', service: 'EventBridge', kind: 'bus', way: 'push' },
  { id: 'schedule', service: 'EventBridge Scheduler', kind: 'bus', way: 'push' },
  { id: 's3', service: 'S3', kind: 'storage', way: 'push' },
  { id: 'api', service: 'API Gateway', kind: 'http', way: 'push' },
  { id: 'function-url', service: 'Function URL', kind: 'http', way: 'link' },
  { id: 'logs', service: 'CloudWatch Logs', kind: 'stream', way: 'push' },
  { id: 'dynamodb', service: 'DynamoDB', kind: 'database', way: 'mapping' },
  { id: 'kinesis', service: 'Kinesis', kind: 'stream', way: 'mapping' },
  { id: 'msk', service: 'MSK', kind: 'stream', way: 'mapping' },
  { id: 'kafka', service: 'Apache Kafka', kind: 'stream', way: 'mapping' },
  { id: 'mq', service: 'Amazon MQ', kind: 'queue', way: 'mapping' },
  { id: 'documentdb', service: 'DocumentDB', kind: 'database', way: 'mapping' },
] as const satisfies readonly {
  id: string;
  service: string;
  kind: NodeKind;
  way: 'mapping' | 'push' | 'link';
}[];

export type TriggerKind = (typeof triggerKinds)[number]['id'];
/** Sources that Lambda polls by an event source mapping. */
export type MappingKind = Extract<(typeof triggerKinds)[number], { way: 'mapping' }>['id'];
/** Sources that call Lambda by themselves. */
export type PushKind = Extract<(typeof triggerKinds)[number], { way: 'push' }>['id'];

export function parseTriggerKind(text: string | undefined): TriggerKind | undefined {
  return triggerKinds.find(({ id }) => id === text)?.id;
}

export function isMappingKind(kind: TriggerKind): kind is MappingKind {
  return triggerKinds.some(({ id, way }) => id === kind && way === 'mapping');
}
