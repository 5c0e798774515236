import { compilePattern, PatternProblem, shownSource, type PatternNode } from '../../event-pattern/index.ts';
import { compileSchedule, ScheduleProblem } from '../../timetable/index.ts';
import { invalidEventPattern, validationException } from '../errors.ts';

/** What sets a rule off: a pattern, a schedule or both. The empty text is none. */
export function assertRuleTrigger(pattern: string | undefined, schedule: string | undefined): void {
  if (!pattern && !schedule)
    throw validationException('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  if (pattern) readPattern(pattern);
  if (!schedule) return;
  try {
    compileSchedule(schedule, { timeZone: 'UTC', isScheduler: false });
  } catch (error) {
    if (error instanceof ScheduleProblem)
      throw validationException('Parameter ScheduleExpression is not valid.');
    throw error;
  }
}

export function readPattern(text: string): PatternNode {
  try {
    return compilePattern(text);
  } catch (error) {
    if (error instanceof PatternProblem) throw invalidEventPattern(error.describe(shownSource(text)));
    throw error;
  }
}
