import type { CreateScheduleInput, CreateScheduleOutput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { conflict } from '../errors.ts';
import { findGroupOrThrow, scheduleArn } from '../names.ts';
import { defaultGroup, type ScheduleRecord } from '../records.ts';
import { readSchedule } from '../rules/schedule-input.ts';
import { withNextTime } from '../scheduling.ts';
import type { SchedulerParts } from '../parts.ts';

export function createSchedule({
  repository,
  commits,
  clock,
  alarm,
}: SchedulerParts): Operation<Given<CreateScheduleInput>, CreateScheduleOutput> {
  return async (input, context) => {
    const { Name: name, GroupName: group = defaultGroup, ClientToken: clientToken } = input;
    const settings = readSchedule(input);
    const { accountId, region } = context;
    const key = { accountId, region, group, name };
    await commits.run(() => {
      findGroupOrThrow(repository, group, context);
      const existing = repository.findSchedule(key);
      // The same request again.
      if (existing && clientToken !== undefined && existing.settings.clientToken === clientToken) return;
      if (existing) throw conflict(`Schedule ${name} already exists.`);
      const nowMs = clock.now();
      const schedule: ScheduleRecord = {
        ...key,
        state: input.State ?? 'ENABLED',
        settings: { ...settings, ...(clientToken !== undefined && { clientToken }) },
        createdMs: nowMs,
        modifiedMs: nowMs,
        anchorMs: nowMs,
        nextMs: undefined,
      };
      repository.putSchedule(withNextTime(schedule, nowMs));
    });
    alarm.set();
    return { ScheduleArn: scheduleArn(key) };
  };
}
