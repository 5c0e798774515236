/**
 * Schedule expressions of AWS and the alarm that follows them, for EventBridge's rules and for Scheduler. Not a service
 * of AWS.
 *
 * Gaps: none known.
 *
 * By design: what a standstill of the program missed rings once, for the last of the missed times, if that is not too
 * long ago. In a time zone, a time that the clock skips in spring comes an hour later, and one that it shows twice in
 * autumn comes once (croner's rules; AWS's are unconfirmed).
 *
 * Client quirks: none.
 */
export { createAlarm, type Alarm } from './alarm.ts';
export { compileSchedule, latestTime, nextTime, ScheduleProblem, type Schedule } from './schedule.ts';
