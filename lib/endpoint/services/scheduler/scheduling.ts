import { randomUUID } from 'node:crypto';
import { compileSchedule, latestTime, nextTime, type Schedule } from '../timetable/index.ts';
import type { SchedulerParts } from './parts.ts';
import type { ScheduleRecord } from './records.ts';
import { scheduleArn } from './names.ts';

export const ageSecondsDefault = 86_400;
export const attemptsDefault = 185;
const schedulesAtOnceMax = 100;

/** What waits for delivery to the target of a schedule. */
export interface DeliveryContent {
  readonly scheduleArn: string;
  readonly executionId: string;
  readonly scheduledMs: number;
  readonly target: ScheduleRecord['settings']['target'];
}

function compile({ settings }: ScheduleRecord): Schedule {
  return compileSchedule(settings.expression, { timeZone: settings.timeZone, isScheduler: true });
}

/** A schedule as its settings say it is due, counted from now. */
export function withNextTime(record: ScheduleRecord, nowMs: number): ScheduleRecord {
  const schedule = compile(record);
  const { startMs = nowMs } = record.settings;
  const anchored = { ...record, anchorMs: startMs };
  if (record.state === 'DISABLED') return { ...anchored, nextMs: undefined };
  // One-time schedules do not care about the start date. A rate begins at once, a cron expression after now.
  const fromMs =
    schedule.kind === 'at' ? nowMs : Math.max(startMs - 1, schedule.kind === 'rate' ? nowMs - 1 : nowMs);
  return { ...anchored, nextMs: within(record, nextTime(schedule, fromMs, startMs), schedule) };
}

function within(
  { settings }: ScheduleRecord,
  timeMs: number | undefined,
  { kind }: Schedule,
): number | undefined {
  const { endMs } = settings;
  const isOver = kind !== 'at' && endMs !== undefined && timeMs !== undefined && timeMs > endMs;
  return isOver ? undefined : timeMs;
}

/** Inside a transaction: promises what is due and moves the schedules on, or deletes those that have come to an end. */
export function ringSchedules(parts: Pick<SchedulerParts, 'repository' | 'deliveries'>, nowMs: number): void {
  for (const record of parts.repository.dueSchedules(nowMs, schedulesAtOnceMax)) {
    if (record.nextMs === undefined) continue;
    const schedule = compile(record);
    const { settings, anchorMs, nextMs: dueMs } = record;
    const ageSeconds = settings.target.RetryPolicy?.MaximumEventAgeInSeconds ?? ageSecondsDefault;
    const lastMs = Math.min(nowMs, settings.endMs ?? nowMs);
    const atMs = latestTime(schedule, {
      dueMs,
      // Times after the end do not count; the one that is due comes before it.
      nowMs: schedule.kind === 'at' ? nowMs : Math.max(dueMs, lastMs),
      anchorMs,
      ageMsMax: ageSeconds * 1000,
    });
    if (atMs !== undefined && nowMs - atMs <= ageSeconds * 1000) promise(parts, record, atMs);
    const nextMs = within(record, nextTime(schedule, nowMs, anchorMs), schedule);
    if (nextMs === undefined && settings.actionAfterCompletion === 'DELETE')
      parts.repository.deleteSchedule(record);
    else parts.repository.putSchedule({ ...record, nextMs });
  }
}

function promise(
  { deliveries }: Pick<SchedulerParts, 'deliveries'>,
  record: ScheduleRecord,
  atMs: number,
): void {
  const content: DeliveryContent = {
    scheduleArn: scheduleArn(record),
    executionId: randomUUID(),
    scheduledMs: atMs,
    target: record.settings.target,
  };
  const delayMs = Math.floor(Math.random() * record.settings.windowMinutes * 60_000);
  deliveries.add({
    accountId: record.accountId,
    region: record.region,
    content: JSON.stringify(content),
    acceptedMs: atMs + delayMs,
    dueMs: atMs + delayMs,
  });
}
