import { randomUUID } from 'node:crypto';
import { compileSchedule, latestTime, nextTime, type Schedule } from '../timetable/index.ts';
import { ruleArn } from './names.ts';
import type { EventsParts } from './parts.ts';
import type { BusEvent, RuleRecord } from './records.ts';
import { promiseToTargets } from './routing.ts';

/** A time missed in a standstill is made up for if it is not older than this. */
const catchUpMsMax = 3_600_000;
const rulesAtOnceMax = 100;

function scheduleOf(text: string): Schedule {
  return compileSchedule(text, { timeZone: 'UTC', isScheduler: false });
}

/** A rule as its state and schedule say it is due, counted from now. */
export function withNextTime(rule: RuleRecord, nowMs: number): RuleRecord {
  if (rule.schedule === undefined || rule.state === 'DISABLED') return { ...rule, nextMs: undefined };
  return { ...rule, anchorMs: nowMs, nextMs: nextTime(scheduleOf(rule.schedule), nowMs, nowMs) };
}

/** Inside a transaction: promises the events of the rules that are due and moves the rules on. */
export function ringRules(
  parts: Pick<EventsParts, 'repository' | 'deliveries' | 'clock'>,
  nowMs: number,
): void {
  const { repository } = parts;
  for (const rule of repository.dueRules(nowMs, rulesAtOnceMax)) {
    if (rule.schedule === undefined || rule.nextMs === undefined) continue;
    const schedule = scheduleOf(rule.schedule);
    const { anchorMs, nextMs: dueMs } = rule;
    const atMs = latestTime(schedule, { dueMs, nowMs, anchorMs, ageMsMax: catchUpMsMax });
    if (atMs !== undefined) promiseToTargets(parts, rule, scheduledEvent(rule, atMs), noPassage);
    repository.putRule({ ...rule, nextMs: nextTime(schedule, nowMs, anchorMs) });
  }
}

const noPassage = { traceHeader: undefined, hops: 0 };

/** The event of a rule with a schedule (8.3). */
function scheduledEvent(rule: RuleRecord, atMs: number): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: rule.accountId,
    time: eventTime(atMs),
    region: rule.region,
    resources: [ruleArn(rule)],
    detail: {},
  };
}

/** EventBridge writes whole seconds. */
export function eventTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
