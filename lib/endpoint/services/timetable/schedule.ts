import { Cron } from 'croner';
import { compileCron } from './cron.ts';

/** Why a text is no schedule expression. */
export class ScheduleProblem extends Error {
  override readonly name = 'ScheduleProblem';
}

/** A compiled schedule expression. Times are milliseconds since 1970. */
export type Schedule =
  | { readonly kind: 'rate'; readonly everyMs: number }
  | { readonly kind: 'cron'; readonly cron: Cron }
  | { readonly kind: 'at'; readonly atMs: number };

export interface ScheduleDialect {
  /** IANA name; EventBridge rules know UTC alone. */
  readonly timeZone: string;
  /** Scheduler: `at(…)`, and any of `minute` and `minutes`. */
  readonly isScheduler: boolean;
}

const unitsMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
/** AWS's largest rate is not documented; a thousand years keeps times exact. */
const rateMax = 365_000;

/** Reads `rate(…)`, `cron(…)` and `at(…)`. Throws a ScheduleProblem. */
export function compileSchedule(text: string, { timeZone, isScheduler }: ScheduleDialect): Schedule {
  const rate = /^rate\((\d{1,9}) (minute|hour|day)(s?)\)$/.exec(text);
  if (rate) {
    const [, digits = '', unit = '', plural = ''] = rate;
    const count = Number(digits);
    const isAgreeing = isScheduler || (count === 1) === (plural === '');
    if (count < 1 || count > rateMax || !isAgreeing) throw new ScheduleProblem(text);
    return { kind: 'rate', everyMs: count * (unitsMs[unit] ?? 0) };
  }
  const cron = /^cron\((.+)\)$/.exec(text)?.[1];
  if (cron !== undefined) {
    const pattern = compileCron(cron);
    if (pattern === undefined) throw new ScheduleProblem(text);
    return { kind: 'cron', cron: new Cron(pattern, { timezone: timeZone, paused: true }) };
  }
  const at = isScheduler ? /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(text)?.[1] : undefined;
  if (at === undefined || Number.isNaN(Date.parse(`${at}Z`))) throw new ScheduleProblem(text);
  const time = new Cron(at, { timezone: timeZone, paused: true }).nextRun(new Date(0));
  if (!time) throw new ScheduleProblem(text);
  return { kind: 'at', atMs: time.getTime() };
}

/** The first time after `afterMs`; rates count from `anchorMs`, which is a time of theirs. */
export function nextTime(schedule: Schedule, afterMs: number, anchorMs: number): number | undefined {
  switch (schedule.kind) {
    case 'rate': {
      if (afterMs < anchorMs) return anchorMs;
      const { everyMs } = schedule;
      return anchorMs + (Math.floor((afterMs - anchorMs) / everyMs) + 1) * everyMs;
    }
    case 'cron':
      return schedule.cron.nextRun(new Date(afterMs))?.getTime();
    case 'at':
      return schedule.atMs > afterMs ? schedule.atMs : undefined;
  }
}

/**
 * Of the times from `dueMs` to `nowMs` the last: after a standstill one stands for all. Undefined when even that one is
 * older than `ageMsMax`.
 */
export function latestTime(
  schedule: Schedule,
  times: { dueMs: number; nowMs: number; anchorMs: number; ageMsMax: number },
): number | undefined {
  const { dueMs, nowMs, anchorMs, ageMsMax } = times;
  let latest: number | undefined = dueMs;
  if (nowMs - dueMs > ageMsMax) {
    latest = nextTime(schedule, nowMs - ageMsMax - 1, anchorMs);
    if (latest === undefined || latest > nowMs) return undefined;
  }
  for (;;) {
    const next = nextTime(schedule, latest, anchorMs);
    if (next === undefined || next > nowMs) return latest;
    latest = next;
  }
}
