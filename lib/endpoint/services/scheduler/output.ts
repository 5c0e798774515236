import type { GetScheduleOutput, ScheduleGroupSummary, ScheduleSummary } from '@aws-sdk/client-scheduler';
import { groupArn, scheduleArn } from './names.ts';
import type { GroupRecord, ScheduleRecord } from './records.ts';
import { ageSecondsDefault, attemptsDefault } from './scheduling.ts';

/** A schedule as GetSchedule shows it. */
export function toScheduleView(schedule: ScheduleRecord): GetScheduleOutput {
  const { settings } = schedule;
  return {
    Arn: scheduleArn(schedule),
    GroupName: schedule.group,
    Name: schedule.name,
    State: schedule.state,
    ScheduleExpression: settings.expression,
    ScheduleExpressionTimezone: settings.timeZone,
    ...(settings.startMs !== undefined && { StartDate: new Date(settings.startMs) }),
    ...(settings.endMs !== undefined && { EndDate: new Date(settings.endMs) }),
    ...(settings.description !== undefined && { Description: settings.description }),
    ...(settings.kmsKeyArn !== undefined && { KmsKeyArn: settings.kmsKeyArn }),
    Target: {
      ...settings.target,
      RetryPolicy: {
        MaximumEventAgeInSeconds: ageSecondsDefault,
        MaximumRetryAttempts: attemptsDefault,
        ...settings.target.RetryPolicy,
      },
    },
    FlexibleTimeWindow:
      settings.windowMinutes === 0
        ? { Mode: 'OFF' }
        : { Mode: 'FLEXIBLE', MaximumWindowInMinutes: settings.windowMinutes },
    ActionAfterCompletion: settings.actionAfterCompletion,
    CreationDate: new Date(schedule.createdMs),
    LastModificationDate: new Date(schedule.modifiedMs),
  };
}

/** A schedule as lists show it. */
export function toScheduleSummary(schedule: ScheduleRecord): ScheduleSummary {
  return {
    Arn: scheduleArn(schedule),
    GroupName: schedule.group,
    Name: schedule.name,
    State: schedule.state,
    CreationDate: new Date(schedule.createdMs),
    LastModificationDate: new Date(schedule.modifiedMs),
    Target: { Arn: schedule.settings.target.Arn },
  };
}

/** A group as GetScheduleGroup and lists show it. */
export function toGroupView(group: GroupRecord): ScheduleGroupSummary {
  return {
    Arn: groupArn(group),
    Name: group.name,
    State: 'ACTIVE',
    // The default group was not created at a time anyone knows.
    ...(group.createdMs > 0 && {
      CreationDate: new Date(group.createdMs),
      LastModificationDate: new Date(group.modifiedMs),
    }),
  };
}
