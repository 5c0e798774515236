import 'server-only';
import { ListEventSourceMappingsCommand, type EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { awsFor } from '@/lib/aws/clients';
import { buildFunctionGraph } from '@/lib/domain/function-graph';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import { parseTriggerRef, type TriggerRef } from '@/lib/domain/trigger-ref';
import { getFunctionRelations } from '@/lib/queries/function-relations';
import { Asking, ownerOfArn } from '@/lib/queries/template-around';
import { getTrigger } from '@/lib/queries/trigger';
import { allPages } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';
import { present, type FunctionModel, type Plain } from '@/lib/templates/model';

type Triggers = Pick<
  FunctionModel,
  'mappings' | 'rules' | 'schedules' | 'topics' | 'logFilters' | 'buckets' | 'omissions'
>;

/** Each trigger is a question or two to its own service. */
const triggersMax = 40;

function settingsOf(mapping: EventSourceMappingConfiguration): Record<string, Plain> {
  const start = mapping.StartingPositionTimestamp;
  const plain = JSON.parse(
    JSON.stringify({
      EventSourceArn: mapping.EventSourceArn,
      Enabled: !/^Disabl/.test(mapping.State ?? ''),
      BatchSize: mapping.BatchSize,
      MaximumBatchingWindowInSeconds: mapping.MaximumBatchingWindowInSeconds || undefined,
      FilterCriteria: mapping.FilterCriteria,
      FunctionResponseTypes: mapping.FunctionResponseTypes,
      ScalingConfig: mapping.ScalingConfig,
      ProvisionedPollerConfig: mapping.ProvisionedPollerConfig,
      StartingPosition: mapping.StartingPosition,
      StartingPositionTimestamp: start && new Date(start).toISOString(),
      ParallelizationFactor: mapping.ParallelizationFactor,
      MaximumRetryAttempts: mapping.MaximumRetryAttempts,
      MaximumRecordAgeInSeconds: mapping.MaximumRecordAgeInSeconds,
      BisectBatchOnFunctionError: mapping.BisectBatchOnFunctionError,
      TumblingWindowInSeconds: mapping.TumblingWindowInSeconds || undefined,
      DestinationConfig: mapping.DestinationConfig?.OnFailure?.Destination
        ? { OnFailure: { Destination: mapping.DestinationConfig.OnFailure.Destination } }
        : undefined,
      Topics: mapping.Topics,
      Queues: mapping.Queues,
      SourceAccessConfigurations: mapping.SourceAccessConfigurations,
      SelfManagedEventSource: mapping.SelfManagedEventSource,
      AmazonManagedKafkaEventSourceConfig: mapping.AmazonManagedKafkaEventSourceConfig,
      SelfManagedKafkaEventSourceConfig: mapping.SelfManagedKafkaEventSourceConfig,
      DocumentDBEventSourceConfig: mapping.DocumentDBEventSourceConfig,
    }),
  ) as Record<string, Plain>;
  return present(plain);
}

type Found = { ref: TriggerRef; values: TriggerValues };
type Writable = Omit<Triggers, 'mappings' | 'omissions'>;

const lines = (text: string) => text.split('\n').filter(Boolean);

function sorted(found: readonly Found[]): Writable {
  const of = (type: TriggerRef['type']) =>
    found.filter(({ ref }) => ref.type === type).map(({ values }) => values);
  return {
    rules: of('rule').map((values) => ({
      name: values.ruleName,
      bus: values.bus,
      description: values.description,
      pattern: values.pattern,
      schedule: values.schedule,
      isEnabled: values.enabled === 'on',
      input: values.input,
    })),
    schedules: of('schedule').map((values) => ({
      name: values.scheduleName,
      group: values.scheduleGroup,
      description: values.description,
      expression: values.schedule,
      timeZone: values.timeZone,
      flexibleMinutes: values.flexibleMinutes === '' ? undefined : Number(values.flexibleMinutes),
      role: values.role,
      input: values.input,
      isEnabled: values.enabled === 'on',
    })),
    topics: of('topic').map(({ source, filterPolicy, filterScope }) => ({
      topicArn: source,
      filterPolicy,
      filterScope,
    })),
    logFilters: of('log-filter').map((values) => ({
      group: values.source,
      name: values.logFilterName,
      pattern: values.logFilterPattern,
    })),
    buckets: of('bucket').map(({ source, events, prefix, suffix }) => ({
      bucket: source,
      events: lines(events),
      prefix,
      suffix,
    })),
  };
}

/** What pulls for a function or its aliases, and what calls it. */
export async function readTriggers(place: Place, name: string, functionArn: string): Promise<Triggers> {
  const { lambda } = await awsFor(place);
  const asking = new Asking();
  const facts = { arn: functionArn, deadLetterArn: undefined };
  const [mappings, relations] = await Promise.all([
    asking.ask('event source mappings', 'lambda:ListEventSourceMappings', [], () =>
      allPages(async (Marker) => {
        const output = await lambda.send(
          new ListEventSourceMappingsCommand({ FunctionName: name, Marker, MaxItems: 100 }),
        );
        return { items: output.EventSourceMappings ?? [], next: output.NextMarker };
      }),
    ),
    getFunctionRelations(place, name, facts),
  ]);
  const refs = buildFunctionGraph(relations).triggers.flatMap(({ items }) =>
    items.flatMap(({ ref, problem }) => {
      const parsed = ref && !problem ? parseTriggerRef(ref) : undefined;
      const isOwn = parsed && !['mapping', 'function-url', 'statement'].includes(parsed.type);
      return isOwn ? [parsed] : [];
    }),
  );
  const read = await Promise.all(
    refs
      .slice(0, triggersMax)
      .map(async (ref) => ({ ref, found: await getTrigger(place, ref, functionArn) })),
  );
  const found = read.flatMap((one) =>
    one.found.ok ? [{ ref: one.ref, values: one.found.data.values }] : [],
  );
  const refused = refs.length - found.length;
  return {
    mappings: mappings.map((mapping) => ({
      owner: ownerOfArn(mapping.FunctionArn),
      settings: settingsOf(mapping),
    })),
    ...sorted(found),
    omissions: [
      ...asking.omissions,
      ...(refused > 0 ? [`Not included: ${refused} triggers that could not be read.`] : []),
    ],
  };
}
