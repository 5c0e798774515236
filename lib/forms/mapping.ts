import type {
  CreateEventSourceMappingCommandInput,
  EventSourceMappingConfiguration,
  EventSourcePosition,
  FullDocument,
  SourceAccessConfiguration,
  SourceAccessType,
  UpdateEventSourceMappingCommandInput,
} from '@aws-sdk/client-lambda';
import {
  fieldsOfKind,
  triggerDefaults,
  type TriggerField,
  type TriggerValues,
} from '@/lib/domain/trigger-fields';
import type { MappingKind } from '@/lib/domain/trigger-kinds';

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const mappingMemberFields: Readonly<Record<string, TriggerField>> = {
  eventSourceArn: 'source',
  batchSize: 'batchSize',
  maximumBatchingWindowInSeconds: 'batchWindow',
  'scalingConfig.maximumConcurrency': 'maxConcurrency',
  'provisionedPollerConfig.minimumPollers': 'minPollers',
  'provisionedPollerConfig.maximumPollers': 'maxPollers',
  filterCriteria: 'filters',
  startingPosition: 'startingPosition',
  startingPositionTimestamp: 'startingTime',
  parallelizationFactor: 'parallelization',
  tumblingWindowInSeconds: 'tumbling',
  maximumRetryAttempts: 'retries',
  maximumRecordAgeInSeconds: 'maxAge',
  destinationConfig: 'onFailure',
  topics: 'topic',
  queues: 'queueName',
  sourceAccessConfigurations: 'secret',
};

/** Lines of a text without the empty ones. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const wholeOr = (text: string, otherwise: number | undefined) =>
  /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : otherwise;

/** A figure; when it is emptied, `cleared` is what takes it away. A new mapping has nothing to take away. */
function figureOr<Member extends string>(member: Member, text: string, cleared: number | undefined) {
  const value = text.trim() === '' ? cleared : wholeOr(text, undefined);
  return value === undefined ? {} : ({ [member]: value } as Partial<Record<Member, number>>);
}

type Has = (field: TriggerField) => boolean;

function pollersOf(values: TriggerValues) {
  const { minPollers, maxPollers } = values;
  return {
    ...(minPollers.trim() && { MinimumPollers: wholeOr(minPollers, undefined) }),
    ...(maxPollers.trim() && { MaximumPollers: wholeOr(maxPollers, undefined) }),
  };
}

function accessOf(kind: MappingKind, values: TriggerValues): SourceAccessConfiguration[] {
  const found: SourceAccessConfiguration[] = [];
  const basic = kind === 'mq' || kind === 'documentdb' ? 'BASIC_AUTH' : values.authType;
  if (basic !== '' && (values.secret.trim() || basic === 'IAM_AUTH')) {
    found.push({ Type: basic as SourceAccessType, URI: values.secret.trim() });
  }
  if (kind === 'mq' && values.virtualHost.trim()) {
    found.push({ Type: 'VIRTUAL_HOST', URI: values.virtualHost.trim() });
  }
  return found;
}

/** Members that both a new and an existing mapping take. What is emptied is sent empty, so that AWS clears it. */
function settingsOf(
  kind: MappingKind,
  values: TriggerValues,
  isNew: boolean,
  keptAccess?: readonly SourceAccessConfiguration[],
) {
  const has: Has = (field) => fieldsOfKind[kind].includes(field);
  const filters = linesOf(values.filters).map((Pattern) => ({ Pattern }));
  const pollers = pollersOf(values);
  const access = [...accessOf(kind, values), ...(keptAccess ?? [])];
  const concurrency = values.maxConcurrency.trim();
  // A member that is not there stays as it is; for a new mapping there is nothing to clear.
  const worth = (isSet: boolean) => isSet || !isNew;
  const clearedBy = (value: number) => (isNew ? undefined : value);
  return {
    Enabled: values.enabled === 'on',
    ...figureOr('BatchSize', values.batchSize, undefined),
    ...figureOr('MaximumBatchingWindowInSeconds', values.batchWindow, clearedBy(0)),
    ...(worth(filters.length > 0) && { FilterCriteria: filters.length > 0 ? { Filters: filters } : {} }),
    ...(has('maxConcurrency') &&
      worth(concurrency !== '') && {
        ScalingConfig: concurrency === '' ? {} : { MaximumConcurrency: wholeOr(concurrency, undefined) },
      }),
    ...(has('minPollers') &&
      worth(Object.keys(pollers).length > 0) &&
      // The two exclude each other.
      (Object.keys(pollers).length > 0 || concurrency === '') && { ProvisionedPollerConfig: pollers }),
    ...(has('partialFailures') &&
      worth(values.partialFailures === 'on') && {
        FunctionResponseTypes: values.partialFailures === 'on' ? (['ReportBatchItemFailures'] as const) : [],
      }),
    ...(has('onFailure') &&
      worth(values.onFailure.trim() !== '') && {
        DestinationConfig: {
          OnFailure: values.onFailure.trim() === '' ? {} : { Destination: values.onFailure.trim() },
        },
      }),
    ...(has('retries') && figureOr('MaximumRetryAttempts', values.retries, clearedBy(-1))),
    ...(has('maxAge') && figureOr('MaximumRecordAgeInSeconds', values.maxAge, clearedBy(-1))),
    ...(has('bisect') &&
      worth(values.bisect === 'on') && { BisectBatchOnFunctionError: values.bisect === 'on' }),
    ...(has('parallelization') && figureOr('ParallelizationFactor', values.parallelization, clearedBy(1))),
    ...(has('tumbling') && figureOr('TumblingWindowInSeconds', values.tumbling, clearedBy(0))),
    ...(has('secret') &&
      (access.length > 0 || keptAccess !== undefined) && { SourceAccessConfigurations: access }),
    ...(kind === 'documentdb' && {
      DocumentDBEventSourceConfig: {
        DatabaseName: values.database.trim(),
        ...(values.collection.trim() && { CollectionName: values.collection.trim() }),
        FullDocument: values.fullDocument as FullDocument,
      },
    }),
  };
}

/** A new mapping. `target` is the function's name or ARN, qualified for a version or an alias. */
export function newMappingInput(
  kind: MappingKind,
  target: string,
  values: TriggerValues,
): CreateEventSourceMappingCommandInput {
  const has: Has = (field) => fieldsOfKind[kind].includes(field);
  const { FunctionResponseTypes, ...settings } = settingsOf(kind, values, true);
  const group = values.consumerGroup.trim();
  const consumer = group === '' ? undefined : { ConsumerGroupId: group };
  return {
    FunctionName: target,
    ...settings,
    ...(FunctionResponseTypes && { FunctionResponseTypes: [...FunctionResponseTypes] }),
    ...(has('source') && { EventSourceArn: values.source.trim() }),
    ...(has('bootstrapServers') && {
      SelfManagedEventSource: {
        Endpoints: { KAFKA_BOOTSTRAP_SERVERS: linesOf(values.bootstrapServers) },
      },
    }),
    ...(has('topic') && { Topics: [values.topic.trim()] }),
    ...(kind === 'mq' && { Queues: [values.queueName.trim()] }),
    ...(kind === 'msk' && consumer && { AmazonManagedKafkaEventSourceConfig: consumer }),
    ...(kind === 'kafka' && consumer && { SelfManagedKafkaEventSourceConfig: consumer }),
    ...(has('startingPosition') && { StartingPosition: values.startingPosition as EventSourcePosition }),
    ...(values.startingPosition === 'AT_TIMESTAMP' && {
      StartingPositionTimestamp: new Date(values.startingTime),
    }),
  };
}

/** How a source is signed in to, as the form shows it: the first way that is not about the network. */
const shownAccess = (all: readonly SourceAccessConfiguration[]) =>
  all.find(({ Type }) => Type !== 'VIRTUAL_HOST' && Type !== undefined && !Type.startsWith('VPC_'));

/**
 * A change of a mapping: everything that can be changed, as the form says it. A list is replaced as a whole, so what
 * the form does not show of the mapping that is there, `found`, is sent again. Without `found`, a sketch of it.
 */
export function changedMappingInput(
  kind: MappingKind,
  id: string,
  values: TriggerValues,
  found?: Pick<EventSourceMappingConfiguration, 'SourceAccessConfigurations'>,
): UpdateEventSourceMappingCommandInput {
  const access = found?.SourceAccessConfigurations ?? [];
  const shown = shownAccess(access);
  const kept = found && access.filter((one) => one !== shown && one.Type !== 'VIRTUAL_HOST');
  const { FunctionResponseTypes, ...settings } = settingsOf(kind, values, false, kept);
  return {
    UUID: id,
    ...settings,
    ...(FunctionResponseTypes && { FunctionResponseTypes: [...FunctionResponseTypes] }),
  };
}

const figure = (value: number | undefined) => (value === undefined ? '' : String(value));
const tick = (isOn: boolean | undefined) => (isOn ? 'on' : '');

/** The form of a mapping that is there. */
export function mappingValues(mapping: EventSourceMappingConfiguration): TriggerValues {
  const access = mapping.SourceAccessConfigurations ?? [];
  const secret = shownAccess(access);
  return {
    ...triggerDefaults,
    source: mapping.EventSourceArn ?? '',
    enabled: tick(!/^Disabl/.test(mapping.State ?? '')),
    batchSize: figure(mapping.BatchSize),
    batchWindow: figure(mapping.MaximumBatchingWindowInSeconds),
    maxConcurrency: figure(mapping.ScalingConfig?.MaximumConcurrency),
    minPollers: figure(mapping.ProvisionedPollerConfig?.MinimumPollers),
    maxPollers: figure(mapping.ProvisionedPollerConfig?.MaximumPollers),
    partialFailures: tick(mapping.FunctionResponseTypes?.includes('ReportBatchItemFailures')),
    filters: (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern ?? '').join('\n'),
    onFailure: mapping.DestinationConfig?.OnFailure?.Destination ?? '',
    retries: figure(mapping.MaximumRetryAttempts),
    maxAge: figure(mapping.MaximumRecordAgeInSeconds),
    bisect: tick(mapping.BisectBatchOnFunctionError),
    parallelization: figure(mapping.ParallelizationFactor),
    tumbling: figure(mapping.TumblingWindowInSeconds),
    topic: mapping.Topics?.[0] ?? '',
    queueName: mapping.Queues?.[0] ?? '',
    authType: secret?.Type ?? '',
    secret: secret?.URI ?? '',
    virtualHost: access.find(({ Type }) => Type === 'VIRTUAL_HOST')?.URI ?? '',
    database: mapping.DocumentDBEventSourceConfig?.DatabaseName ?? '',
    collection: mapping.DocumentDBEventSourceConfig?.CollectionName ?? '',
    fullDocument: mapping.DocumentDBEventSourceConfig?.FullDocument ?? 'Default',
  };
}
