import { expect, test } from 'vitest';
import { createManualClock } from '../manual-clock.ts';
import { createAlarm } from './alarm.ts';
import { compileSchedule, latestTime, nextTime, ScheduleProblem } from './schedule.ts';

const at = (text: string) => Date.parse(text);
const rule = { timeZone: 'UTC', isScheduler: false };

/** The next times of an expression, in ISO without seconds. */
function times(expression: string, from: string, count: number, timeZone = 'UTC'): string[] {
  const schedule = compileSchedule(expression, { timeZone, isScheduler: timeZone !== 'UTC' });
  const found: string[] = [];
  let after: number | undefined = at(from);
  while (found.length < count) {
    after = nextTime(schedule, after, at(from));
    if (after === undefined) break;
    found.push(new Date(after).toISOString().slice(0, 16));
  }
  return found;
}

test.each([
  ['rate(5 minutes)', ['2026-03-01T00:05', '2026-03-01T00:10']],
  ['cron(0 10 * * ? *)', ['2026-03-01T10:00', '2026-03-02T10:00']],
  ['cron(15 12 ? * 1 *)', ['2026-03-01T12:15', '2026-03-08T12:15']],
  ['cron(0 18 ? * MON-FRI *)', ['2026-03-02T18:00', '2026-03-03T18:00']],
  ['cron(0/25 * * * ? *)', ['2026-03-01T00:25', '2026-03-01T00:50']],
  ['cron(0 8 1 * ? *)', ['2026-03-01T08:00', '2026-04-01T08:00']],
  ['cron(0 8 L * ? *)', ['2026-03-31T08:00', '2026-04-30T08:00']],
  ['cron(0 8 15W * ? *)', ['2026-03-16T08:00', '2026-04-15T08:00']],
  ['cron(15 10 ? * 6L *)', ['2026-03-27T10:15', '2026-04-24T10:15']],
  ['cron(0 9 ? * 2#1 *)', ['2026-03-02T09:00', '2026-04-06T09:00']],
  ['cron(0 0 1 JAN,JUL ? 2027-2028)', ['2027-01-01T00:00', '2027-07-01T00:00']],
  ['cron(0 12 ? * L *)', ['2026-03-07T12:00', '2026-03-14T12:00']],
  ['cron(0 0 1 1 ? 2020)', []],
])('%s', (expression, expected) => {
  expect(times(expression, '2026-03-01T00:00:00Z', 2)).toEqual(expected);
});

test.each([
  'rate(0 minutes)',
  'rate(1 minutes)',
  'rate(5 minute)',
  'rate(5 weeks)',
  'rate(5minutes)',
  'cron(0 10 * * * *)',
  'cron(0 10 ? * ? *)',
  'cron(0 10 * * ?)',
  'cron(60 10 * * ? *)',
  'cron(0 24 * * ? *)',
  'cron(0 10 32 * ? *)',
  'cron(0 10 * 13 ? *)',
  'cron(0 10 ? * 8 *)',
  'cron(0 10 ? * FRI-MON *)',
  'cron(0 10 ? * 2#6 *)',
  'cron(0 10 * * ? 1969)',
  'cron(*/0 10 * * ? *)',
  'cron(0 10 * * ? *) ',
  'at(2026-03-01T00:00:00)',
  '* * * * *',
  '',
])('refuses %j', (expression) => {
  expect(() => compileSchedule(expression, rule)).toThrow(ScheduleProblem);
});

test('a time zone moves with its summer time', () => {
  expect(times('cron(0 9 * * ? *)', '2026-03-06T15:00:00Z', 3, 'America/New_York')).toEqual([
    '2026-03-07T14:00',
    '2026-03-08T13:00',
    '2026-03-09T13:00',
  ]);
});

test('one time is in its time zone and comes once', () => {
  expect(times('at(2026-07-01T09:00:00)', '2026-03-01T00:00:00Z', 2, 'Europe/Berlin')).toEqual([
    '2026-07-01T07:00',
  ]);
});

test('after a standstill the last missed time stands for all, unless it is too old', () => {
  const every = compileSchedule('rate(10 minutes)', rule);
  const dueMs = at('2026-03-01T00:10:00Z');
  const anchorMs = at('2026-03-01T00:00:00Z');
  const latest = (now: string, ageMsMax: number) => {
    const found = latestTime(every, { dueMs, nowMs: at(now), anchorMs, ageMsMax });
    return found === undefined ? undefined : new Date(found).toISOString();
  };
  expect(latest('2026-03-01T00:10:00Z', 60_000)).toBe('2026-03-01T00:10:00.000Z');
  expect(latest('2026-03-01T05:34:00Z', 3_600_000)).toBe('2026-03-01T05:30:00.000Z');
  expect(latest('2026-03-01T05:34:00Z', 60_000)).toBeUndefined();
});

test('the alarm rings in time, for far times too, and not after it is closed', () => {
  const clock = createManualClock(at('2026-03-01T00:00:00Z'));
  let nextMs: number | undefined = clock.now() + 40 * 86_400_000;
  const rung: number[] = [];
  const alarm = createAlarm({
    clock,
    nextMs: () => nextMs,
    ring(nowMs) {
      rung.push(nowMs);
      nextMs = nowMs + 1000;
    },
    onFailure: (error) => {
      throw error;
    },
  });
  alarm.set();
  clock.advance(40 * 86_400_000 + 2500);
  const first = at('2026-04-10T00:00:00Z');
  expect(rung).toEqual([first, first + 1000, first + 2000]);
  alarm.close();
  clock.advance(10_000);
  expect(rung).toHaveLength(3);
  expect(clock.pending()).toBe(0);
});
