import type {
  CreateEventSourceMappingRequest,
  UpdateEventSourceMappingRequest,
} from '@aws-sdk/client-lambda';
import { parseArn } from '../../../../shared/arn.ts';
import { compilePattern, PatternProblem } from '../../event-pattern/index.ts';
import type { QueueAccess } from '../../sqs/index.ts';
import { invalidParameterValue } from '../errors.ts';
import { length, oneOf, pattern, range, members, type ConstraintRow } from '../rules/constraints.ts';
import { anyNamePattern } from '../rules/patterns.ts';
import type { MappingSettings, PlainMember, SourceKind } from './mapping-record.ts';

export type MappingInput = Partial<CreateEventSourceMappingRequest> &
  Partial<UpdateEventSourceMappingRequest>;

const filtersMax = 5;
const filterLengthMax = 4096;

export const mappingConstraints: readonly ConstraintRow<MappingInput>[] = [
  { path: 'functionName', read: (input) => input.FunctionName, check: pattern(anyNamePattern) },
  { path: 'batchSize', read: (input) => input.BatchSize, check: range(1, 10_000) },
  {
    path: 'maximumBatchingWindowInSeconds',
    read: (input) => input.MaximumBatchingWindowInSeconds,
    check: range(0, 300),
  },
  {
    path: 'scalingConfig.maximumConcurrency',
    read: (input) => input.ScalingConfig?.MaximumConcurrency,
    check: range(2, 1000),
  },
  { path: 'parallelizationFactor', read: (input) => input.ParallelizationFactor, check: range(1, 10) },
  { path: 'maximumRetryAttempts', read: (input) => input.MaximumRetryAttempts, check: range(-1, 10_000) },
  {
    path: 'maximumRecordAgeInSeconds',
    read: (input) => input.MaximumRecordAgeInSeconds,
    check: range(-1, 604_800),
  },
  { path: 'tumblingWindowInSeconds', read: (input) => input.TumblingWindowInSeconds, check: range(0, 900) },
  {
    path: 'startingPosition',
    read: (input) => input.StartingPosition,
    check: oneOf(['LATEST', 'AT_TIMESTAMP', 'TRIM_HORIZON']),
  },
  { path: 'topics', read: (input) => input.Topics, check: length(1, 1) },
  { path: 'queues', read: (input) => input.Queues, check: length(1, 1) },
  { path: 'functionResponseTypes', read: (input) => input.FunctionResponseTypes, check: length(0, 1) },
  {
    path: 'functionResponseTypes',
    read: (input) => input.FunctionResponseTypes,
    check: members(
      ['Member must satisfy enum value set: [ReportBatchItemFailures]'],
      oneOf(['ReportBatchItemFailures']),
    ),
  },
];

const kinds: Readonly<Record<string, SourceKind>> = {
  sqs: 'sqs',
  kinesis: 'kinesis',
  dynamodb: 'dynamodb',
  kafka: 'kafka',
  mq: 'mq',
  rds: 'documentdb',
};

/** What polls the source; the refusal is AWS's for everything else. */
export function sourceKind(input: MappingInput): SourceKind {
  if (input.EventSourceArn === undefined) {
    if (input.SelfManagedEventSource) return 'kafka';
    throw invalidParameterValue('Unrecognized event source.');
  }
  const kind = kinds[parseArn(input.EventSourceArn)?.service ?? ''];
  if (!kind) throw invalidParameterValue('Unrecognized event source.');
  return kind;
}

const streamDefaults: MappingSettings['plain'] = {
  ParallelizationFactor: 1,
  BisectBatchOnFunctionError: false,
  MaximumRetryAttempts: -1,
  MaximumRecordAgeInSeconds: -1,
  TumblingWindowInSeconds: 0,
  DestinationConfig: { OnFailure: {} },
};

const plainMembers: readonly PlainMember[] = [
  'KMSKeyArn',
  'MetricsConfig',
  'LoggingConfig',
  'ScalingConfig',
  'ProvisionedPollerConfig',
  'ParallelizationFactor',
  'StartingPosition',
  'DestinationConfig',
  'MaximumRecordAgeInSeconds',
  'BisectBatchOnFunctionError',
  'MaximumRetryAttempts',
  'TumblingWindowInSeconds',
  'Topics',
  'Queues',
  'SourceAccessConfigurations',
  'SelfManagedEventSource',
  'AmazonManagedKafkaEventSourceConfig',
  'SelfManagedKafkaEventSourceConfig',
  'DocumentDBEventSourceConfig',
];

/** The settings a new mapping, or a changed one (`before`), would have. */
export function readSettings(
  input: MappingInput,
  kind: SourceKind,
  before: MappingSettings | undefined,
): MappingSettings {
  const isStream = kind === 'kinesis' || kind === 'dynamodb';
  const given = Object.fromEntries(
    plainMembers.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
  );
  const plain: Record<string, unknown> = { ...(before?.plain ?? (isStream ? streamDefaults : {})), ...given };
  // An empty document takes the setting away.
  for (const name of ['ScalingConfig', 'ProvisionedPollerConfig'] as const) {
    if (input[name] && Object.values(input[name]).every((value) => value === undefined)) delete plain[name];
  }
  return {
    kind,
    isEnabled: input.Enabled ?? before?.isEnabled ?? true,
    batchSize: input.BatchSize ?? before?.batchSize ?? (kind === 'sqs' ? 10 : 100),
    windowSeconds: input.MaximumBatchingWindowInSeconds ?? before?.windowSeconds ?? 0,
    filters: input.FilterCriteria ? readFilters(input) : (before?.filters ?? []),
    responseTypes: input.FunctionResponseTypes ?? before?.responseTypes ?? [],
    ...(input.StartingPositionTimestamp
      ? { startingPositionMs: input.StartingPositionTimestamp.getTime() }
      : before?.startingPositionMs !== undefined && { startingPositionMs: before.startingPositionMs }),
    plain,
  };
}

function readFilters(input: MappingInput): string[] {
  const texts = (input.FilterCriteria?.Filters ?? []).map(({ Pattern = '{}' }) => Pattern);
  const isSound = texts.length <= filtersMax && texts.every(isPattern);
  if (!isSound) throw invalidParameterValue('Invalid filter pattern definition.');
  return texts;
}

function isPattern(text: string): boolean {
  if (text.length > filterLengthMax) return false;
  try {
    compilePattern(text);
    return true;
  } catch (error) {
    if (error instanceof PatternProblem) return false;
    throw error;
  }
}

/** A mapping tells of failures alone, whatever its source (error 84) [rec]. */
export function assertDestination({ DestinationConfig }: MappingInput): void {
  if (DestinationConfig?.OnSuccess !== undefined) throw unsupportedDestination();
}

function unsupportedDestination() {
  return invalidParameterValue(
    'Unsupported DestinationConfig parameter for given event source mapping type.',
  );
}

/** Where a new mapping begins to read, in the order recorded of AWS (error 85). Only streams must say it. */
export function assertStartingPosition(input: MappingInput, kind: SourceKind): void {
  const { StartingPosition: position, StartingPositionTimestamp: timestamp } = input;
  if (kind === 'sqs' && position !== undefined) {
    throw invalidParameterValue('StartingPosition is not valid for SQS event sources.');
  }
  if (kind !== 'kinesis' && kind !== 'dynamodb') return;
  if (position === undefined) {
    throw invalidParameterValue(
      "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.",
    );
  }
  if (timestamp !== undefined && position !== 'AT_TIMESTAMP') {
    throw invalidParameterValue('Timestamp only valid with StartingPosition AT_TIMESTAMP');
  }
  if (kind === 'dynamodb' && position === 'AT_TIMESTAMP') {
    throw invalidParameterValue(`Unsupported starting position for arn type: ${input.EventSourceArn ?? ''}`);
  }
  if (timestamp !== undefined && timestamp.getTime() < 0) {
    throw invalidParameterValue(
      'Received Exception while reading from provided stream. class java.lang.Long can not be converted to a Timestamp',
    );
  }
}

/** What a queue and its mapping must agree on (error 86). The text for too large batches of FIFO queues is unconfirmed. */
export function assertQueueMapping(
  settings: MappingSettings,
  sourceArn: string,
  timeoutSeconds: number,
  queues: QueueAccess | undefined,
): void {
  const queue = queues?.find(sourceArn);
  if (!queue) {
    throw invalidParameterValue(
      'Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.',
    );
  }
  const { batchSize, windowSeconds, plain } = settings;
  if (queue.visibilitySeconds < timeoutSeconds) {
    throw invalidParameterValue(
      `Queue visibility timeout: ${queue.visibilitySeconds} seconds is less than Function timeout: ${timeoutSeconds} seconds`,
    );
  }
  if (queue.isFifo && batchSize > 10) {
    throw invalidParameterValue('Maximum batch size for FIFO queues is 10');
  }
  if (queue.isFifo && windowSeconds > 0) {
    throw invalidParameterValue('Batching window is not supported for FIFO queues');
  }
  if (batchSize > 10 && windowSeconds === 0) {
    throw invalidParameterValue(
      'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
    );
  }
  if (plain.DestinationConfig !== undefined) throw unsupportedDestination();
  if (plain.ScalingConfig?.MaximumConcurrency !== undefined && plain.ProvisionedPollerConfig !== undefined) {
    throw invalidParameterValue(
      'ScalingConfig with MaximumConcurrency and ProvisionedPollerConfig exclude each other.',
    );
  }
}
