import { compilePattern, matchesPattern, type PatternNode } from '../event-pattern/index.ts';
import { ruleArn } from './names.ts';
import type { EventsParts } from './parts.ts';
import type { BusEvent, BusKey, RuleRecord, TargetRecord, TargetSettings } from './records.ts';
import { targetBody } from './transform.ts';

/** What waits for delivery to one target. */
export interface DeliveryContent {
  readonly ruleArn: string;
  readonly targetArn: string;
  readonly body: string;
  readonly groupId?: string;
  /** For a target that is a bus. */
  readonly event?: BusEvent;
  readonly settings: Pick<TargetSettings, 'DeadLetterConfig' | 'RetryPolicy'>;
  readonly traceHeader?: string;
  /** Buses the event has passed. */
  readonly hops: number;
}

type RoutingParts = Pick<EventsParts, 'repository' | 'deliveries' | 'clock'>;

export const targetsMax = 5;
const compiledMax = 1000;
const compiled = new Map<string, PatternNode>();

/** Patterns have been checked when their rules were made. */
function patternOf(text: string): PatternNode {
  const known = compiled.get(text);
  if (known) return known;
  const pattern = compilePattern(text);
  if (compiled.size >= compiledMax) compiled.clear();
  compiled.set(text, pattern);
  return pattern;
}

export interface Passage {
  readonly traceHeader: string | undefined;
  readonly hops: number;
}

/** Inside a transaction: promises an event to the targets of every rule of a bus whose pattern it fits. */
export function routeEvent(parts: RoutingParts, bus: BusKey, event: BusEvent, passage: Passage): void {
  for (const rule of parts.repository.listeningRules(bus)) {
    if (rule.pattern !== undefined && matchesPattern(patternOf(rule.pattern), event))
      promiseToTargets(parts, rule, event, passage);
  }
}

/** Inside a transaction: promises an event to all targets of a rule. */
export function promiseToTargets(
  parts: RoutingParts,
  rule: RuleRecord,
  event: BusEvent,
  passage: Passage,
): void {
  for (const target of parts.repository.pageOfTargets(rule, '', targetsMax))
    promise(parts, rule, target, event, passage);
}

function promise(
  { deliveries, clock }: RoutingParts,
  rule: RuleRecord,
  { arn, settings }: TargetRecord,
  event: BusEvent,
  { traceHeader, hops }: Passage,
): void {
  const groupId = settings.SqsParameters?.MessageGroupId;
  const content: DeliveryContent = {
    ruleArn: ruleArn(rule),
    targetArn: arn,
    body: targetBody(event, settings, rule),
    ...(groupId !== undefined && { groupId }),
    ...(arn.includes(':event-bus/') && { event }),
    settings: {
      ...(settings.DeadLetterConfig && { DeadLetterConfig: settings.DeadLetterConfig }),
      ...(settings.RetryPolicy && { RetryPolicy: settings.RetryPolicy }),
    },
    ...(traceHeader !== undefined && { traceHeader }),
    hops,
  };
  const nowMs = clock.now();
  deliveries.add({
    accountId: rule.accountId,
    region: rule.region,
    content: JSON.stringify(content),
    acceptedMs: nowMs,
    dueMs: nowMs,
  });
}
