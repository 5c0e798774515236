import type {
  FilterRule,
  NotificationConfiguration,
  NotificationConfigurationFilter,
} from '@aws-sdk/client-s3';
import { randomUUID } from 'node:crypto';
import { parseArn } from '../../../../shared/arn.ts';
import { invalidArgument, malformedXml } from '../errors.ts';
import {
  covers,
  knownEvents,
  type KeyFilter,
  type NotificationSettings,
  type NotificationTarget,
} from './settings.ts';

const targetsMax = 100;
const filterBytesMax = 1024;
const serviceOf = { function: 'lambda', queue: 'sqs', topic: 'sns' } as const;
/** The elements of the document that hold ARNs. */
const elementOf = { function: 'CloudFunction', queue: 'Queue', topic: 'Topic' } as const;

interface Entry {
  readonly Id?: string | undefined;
  readonly Events: readonly string[] | undefined;
  readonly Filter?: NotificationConfigurationFilter | undefined;
}

/** A request's configuration, with ids, checked as far as it can be without looking at the targets. */
export function readConfiguration(
  input: NotificationConfiguration,
  bucketRegion: string,
): NotificationSettings {
  const read = (kind: NotificationTarget['kind'], arn: string | undefined, entry: Entry) =>
    readTarget(kind, arn ?? '', entry, bucketRegion);
  const targets = [
    ...(input.TopicConfigurations ?? []).map((entry) => read('topic', entry.TopicArn, entry)),
    ...(input.QueueConfigurations ?? []).map((entry) => read('queue', entry.QueueArn, entry)),
    ...(input.LambdaFunctionConfigurations ?? []).map((entry) =>
      read('function', entry.LambdaFunctionArn, entry),
    ),
  ];
  if (targets.length > targetsMax)
    throw invalidArgument(`The number of notification configurations exceeds the limit of ${targetsMax}.`);
  if (new Set(targets.map(({ id }) => id)).size < targets.length)
    throw invalidArgument('Same ID used for multiple configurations. IDs must be unique');
  targets.forEach((target, index) => {
    for (const other of targets.slice(0, index)) assertApart(other, target);
  });
  return { targets, hasEventBridge: input.EventBridgeConfiguration !== undefined };
}

function readTarget(
  kind: NotificationTarget['kind'],
  arn: string,
  entry: Entry,
  bucketRegion: string,
): NotificationTarget {
  const parsed = parseArn(arn);
  if (parsed?.service !== serviceOf[kind])
    throw invalidArgument('The ARN could not be parsed', {
      ArgumentName: elementOf[kind],
      ArgumentValue: arn,
    });
  if (parsed.region !== bucketRegion) {
    throw invalidArgument(
      'The notification destination service region is not valid for the bucket location constraint',
      { ArgumentName: 'arn', ArgumentValue: arn },
    );
  }
  if (kind !== 'function' && arn.endsWith('.fifo')) {
    throw invalidArgument(`FIFO ${kind === 'queue' ? 'SQS queues' : 'SNS topics'} are not supported`, {
      ArgumentName: 'arn',
      ArgumentValue: arn,
    });
  }
  const events = entry.Events ?? [];
  if (events.length === 0) throw malformedXml();
  for (const event of events) {
    if (!knownEvents.has(event))
      throw invalidArgument('The event is not supported for notifications', {
        ArgumentName: 'Event',
        ArgumentValue: event,
      });
  }
  const id = entry.Id ?? randomUUID();
  if (id === '' || Buffer.byteLength(id) > 255)
    throw invalidArgument('ID length should not exceed allowed limit of 255');
  return { id, kind, arn, events, filter: readFilter(entry.Filter?.Key?.FilterRules ?? []) };
}

function readFilter(rules: readonly FilterRule[]): KeyFilter {
  const filter: { prefix?: string; suffix?: string } = {};
  for (const { Name = '', Value = '' } of rules) {
    const name = Name.toLowerCase();
    if (name !== 'prefix' && name !== 'suffix')
      throw invalidArgument('filter rule name must be either prefix or suffix', {
        ArgumentName: 'FilterRule.Name',
        ArgumentValue: Name,
      });
    if (filter[name] !== undefined)
      throw invalidArgument(`Cannot specify more than one ${name} rule in a filter.`, {
        ArgumentName: 'FilterRule.Name',
        ArgumentValue: name,
      });
    if (Buffer.byteLength(Value) > filterBytesMax)
      throw invalidArgument('Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation');
    filter[name] = Value;
  }
  return filter;
}

/** Of two targets an event may reach one alone. */
function assertApart(one: NotificationTarget, other: NotificationTarget): void {
  const shares = one.events.some((event) =>
    other.events.some((second) => covers(event, second) || covers(second, event)),
  );
  if (!shares) return;
  const [a, b] = [one.filter, other.filter];
  const { prefix: p1 = '', suffix: s1 = '' } = a;
  const { prefix: p2 = '', suffix: s2 = '' } = b;
  const prefixesMeet = p1.startsWith(p2) || p2.startsWith(p1);
  const suffixesMeet = s1.endsWith(s2) || s2.endsWith(s1);
  if (!prefixesMeet || !suffixesMeet) return;
  const isPlain = Object.keys(a).length === 0 && Object.keys(b).length === 0;
  throw invalidArgument(
    isPlain
      ? 'Configurations overlap. Configurations on the same bucket cannot share a common event type.'
      : 'Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.',
  );
}

/** As it is read back. */
export function configurationOutput(settings: NotificationSettings | undefined): NotificationConfiguration {
  const of = (kind: NotificationTarget['kind']) =>
    (settings?.targets ?? [])
      .filter((target) => target.kind === kind)
      .map(({ id, events, filter, arn }) => ({
        arn,
        facts: { Id: id, Events: [...events] as never[], ...filterOutput(filter) },
      }));
  const topics = of('topic').map(({ arn, facts }) => ({ ...facts, TopicArn: arn }));
  const queues = of('queue').map(({ arn, facts }) => ({ ...facts, QueueArn: arn }));
  const functions = of('function').map(({ arn, facts }) => ({ ...facts, LambdaFunctionArn: arn }));
  return {
    ...(topics.length > 0 && { TopicConfigurations: topics }),
    ...(queues.length > 0 && { QueueConfigurations: queues }),
    ...(functions.length > 0 && { LambdaFunctionConfigurations: functions }),
    ...(settings?.hasEventBridge && { EventBridgeConfiguration: {} }),
  };
}

function filterOutput({ prefix, suffix }: KeyFilter) {
  const rules: FilterRule[] = [
    ...(prefix === undefined ? [] : [{ Name: 'Prefix' as FilterRule['Name'], Value: prefix }]),
    ...(suffix === undefined ? [] : [{ Name: 'Suffix' as FilterRule['Name'], Value: suffix }]),
  ];
  return rules.length > 0 ? { Filter: { Key: { FilterRules: rules } } } : {};
}
