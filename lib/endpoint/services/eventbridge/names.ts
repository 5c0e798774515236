import { parseArn, partitionOf } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { busNotFound, resourceNotFound, ruleNotFound, validationException } from './errors.ts';
import { defaultBus, type BusKey, type BusRecord, type RuleKey, type RuleRecord } from './records.ts';
import type { EventsRepository } from './repository.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

const prefix = ({ accountId, region }: Place): string =>
  `arn:${partitionOf(region)}:events:${region}:${accountId}`;

export function busArn(bus: BusKey): string {
  return `${prefix(bus)}:event-bus/${bus.name}`;
}

export function ruleArn(rule: RuleKey): string {
  return `${prefix(rule)}:rule/${rule.bus === defaultBus ? '' : `${rule.bus}/`}${rule.name}`;
}

/** Undefined for an ARN that is no bus's. */
export function readBusArn(arn: string): BusKey | undefined {
  const parsed = parseArn(arn);
  const name = /^event-bus\/([.\-_A-Za-z0-9]+)$/.exec(parsed?.resource ?? '')?.[1];
  if (parsed?.service !== 'events' || name === undefined) return undefined;
  return { accountId: parsed.account, region: parsed.region, name };
}

/** A bus by name or ARN; the default one where none is named. Of other places there is none. */
export function findBusOrThrow(
  repository: EventsRepository,
  nameOrArn: string | undefined,
  { accountId, region }: Place,
): BusRecord {
  const key = nameOrArn?.startsWith('arn:')
    ? readBusArn(nameOrArn)
    : { accountId, region, name: nameOrArn ?? defaultBus };
  if (!key) throw validationException('Parameter EventBusName is not valid.');
  const bus = key.accountId === accountId && key.region === region ? findBus(repository, key) : undefined;
  if (!bus) throw busNotFound(key.name);
  return bus;
}

/** Every account and Region has a default bus. */
export function findBus(repository: EventsRepository, key: BusKey): BusRecord | undefined {
  const found = repository.findBus(key);
  if (found || key.name !== defaultBus) return found;
  return { ...key, description: undefined, policy: undefined, tags: {}, createdMs: 0, modifiedMs: 0 };
}

export function findRuleOrThrow(
  repository: EventsRepository,
  input: { readonly Name: string; readonly EventBusName?: string | undefined },
  context: Place,
): RuleRecord {
  const bus = findBusOrThrow(repository, input.EventBusName, context);
  const rule = repository.findRule({ ...placeOf(bus), bus: bus.name, name: input.Name });
  if (!rule) throw ruleNotFound(input.Name, bus.name);
  return rule;
}

export function placeOf({ accountId, region }: Place): Place {
  return { accountId, region };
}

/** The rule or bus of an ARN, with a way to give it other tags. */
export function findTagged(
  repository: EventsRepository,
  arn: string,
  { accountId, region }: Place,
): { tags: Readonly<Record<string, string>>; write(tags: Record<string, string>): void } {
  const parsed = parseArn(arn);
  const isOwn = parsed?.service === 'events' && parsed.account === accountId && parsed.region === region;
  const [kind, ...names] = isOwn ? parsed.resource.split('/') : [];
  const name = names.pop() ?? '';
  if (kind === 'event-bus') {
    const bus = findBus(repository, { accountId, region, name });
    if (bus) return { tags: bus.tags, write: (tags) => repository.putBus({ ...bus, tags }) };
  }
  if (kind === 'rule') {
    const rule = repository.findRule({ accountId, region, bus: names[0] ?? defaultBus, name });
    if (rule) return { tags: rule.tags, write: (tags) => repository.putRule({ ...rule, tags }) };
  }
  throw resourceNotFound(
    kind === 'rule'
      ? `Rule ${name} does not exist on EventBus ${names[0] ?? defaultBus}.`
      : `Resource ${arn} does not exist.`,
  );
}
