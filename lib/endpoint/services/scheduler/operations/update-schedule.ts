import type { UpdateScheduleInput, UpdateScheduleOutput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { findScheduleOrThrow, scheduleArn } from '../names.ts';
import { readSchedule } from '../rules/schedule-input.ts';
import { withNextTime } from '../scheduling.ts';
import type { SchedulerParts } from '../parts.ts';

/** Replaces the whole: what is not named takes its default. */
export function updateSchedule({
  repository,
  commits,
  clock,
  alarm,
}: SchedulerParts): Operation<Given<UpdateScheduleInput>, UpdateScheduleOutput> {
  return async (input, context) => {
    const settings = readSchedule(input);
    const key = await commits.run(() => {
      const existing = findScheduleOrThrow(repository, input, context);
      const nowMs = clock.now();
      const next = { ...existing, state: input.State ?? 'ENABLED', settings, modifiedMs: nowMs };
      repository.putSchedule(withNextTime(next, nowMs));
      return existing;
    });
    alarm.set();
    return { ScheduleArn: scheduleArn(key) };
  };
}
