import { parseArn } from '../shared/arn.ts';
import { resourceName, serviceOfPrincipal, type ConnectedService } from './connected-service.ts';
import type { GraphItem, PolicyGrant } from './function-graph.ts';
import { ruleOfArn, triggerRefText, type TriggerRef } from './trigger-ref.ts';

/** What services that call the function by themselves say about their side of it, as far as they could be asked. */
export interface PushSources {
  readonly rules: readonly {
    readonly bus: string;
    readonly rule: string;
    readonly isEnabled: boolean;
    /** `rate(5 minutes)` or the event pattern. */
    readonly when: string;
  }[];
  readonly schedules: readonly {
    readonly group: string;
    readonly schedule: string;
    readonly arn: string | undefined;
    readonly isEnabled: boolean;
  }[];
  readonly notifications: readonly {
    readonly bucket: string;
    readonly notification: string;
    readonly events: readonly string[];
    readonly prefix: string;
    readonly suffix: string;
  }[];
  readonly logFilters: readonly {
    readonly group: string;
    readonly filter: string;
    readonly pattern: string;
  }[];
  /** ARNs of rules, buckets and log groups that the policy names and that are not there, or do not call. */
  readonly missing: readonly string[];
}

export const noPushSources: PushSources = {
  rules: [],
  schedules: [],
  notifications: [],
  logFilters: [],
  missing: [],
};

export type PlacedItem = GraphItem & { readonly at: ConnectedService };

const base = { origin: 'policy', flow: 'trigger', isPaused: false } as const;

/** The triggers that one statement of the policy stands for: a bucket's may be several. */
function itemsOfGrant(grant: PolicyGrant, sources: PushSources): readonly PlacedItem[] {
  const { sourceArn } = grant;
  const at = serviceOfPrincipal(grant.principal);
  const name = sourceArn ? resourceName(sourceArn) : grant.principal;
  const item = (ref: TriggerRef, more: Partial<GraphItem> = {}): PlacedItem => ({
    ...base,
    id: triggerRefText(ref),
    ref: triggerRefText(ref),
    name,
    arn: sourceArn,
    ...(sourceArn && sources.missing.includes(sourceArn) && { problem: 'source-missing' as const }),
    at,
    ...more,
  });
  const rule = sourceArn && at.service === 'EventBridge' ? ruleOfArn(sourceArn) : undefined;
  if (rule) {
    const facts = sources.rules.find((known) => known.bus === rule.bus && known.rule === rule.rule);
    return [
      item(
        { type: 'rule', ...rule },
        facts ? { facts: [facts.when], isPaused: !facts.isEnabled, canPause: true } : {},
      ),
    ];
  }
  if (sourceArn && at.service === 'SNS') return [item({ type: 'topic', topicArn: sourceArn })];
  if (sourceArn && at.service === 'S3') {
    const bucket = parseArn(sourceArn)?.resource ?? '';
    const found = sources.notifications.filter((known) => known.bucket === bucket);
    if (found.length > 0) {
      return found.map(({ notification, events, prefix, suffix }) =>
        item(
          { type: 'bucket', bucket, notification },
          { facts: [events.join(', '), `${prefix}*${suffix}`].filter((text) => text !== '*') },
        ),
      );
    }
  }
  if (sourceArn && at.service === 'CloudWatch Logs') {
    const found = sources.logFilters.filter(({ group }) => group === name);
    if (found.length > 0) {
      return found.map(({ group, filter, pattern }) =>
        item({ type: 'log-filter', group, filter }, { facts: [filter, pattern].filter(Boolean) }),
      );
    }
  }
  return [item({ type: 'statement', statementId: grant.id })];
}

/** Everything that calls the function by itself, each once. */
export function pushItems(grants: readonly PolicyGrant[], sources: PushSources): readonly PlacedItem[] {
  const fromPolicy = grants
    .filter(({ isFunctionUrlGrant }) => !isFunctionUrlGrant)
    .flatMap((grant) => itemsOfGrant(grant, sources));
  const seen = new Set<string>();
  const once = fromPolicy.filter((item) => {
    // Several statements for one API or one rule are one trigger: its name and principal are the same.
    const key = item.ref?.startsWith('statement:') ? `${item.at.service}\n${item.name}` : item.id;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const schedules = sources.schedules.map(({ group, schedule, arn, isEnabled }): PlacedItem => {
    const ref = triggerRefText({ type: 'schedule', group, schedule });
    return {
      id: ref,
      ref,
      name: schedule,
      origin: 'schedule',
      flow: 'trigger',
      isPaused: !isEnabled,
      canPause: true,
      arn,
      at: { kind: 'bus', service: 'EventBridge Scheduler' },
    };
  });
  return [...once, ...schedules];
}
