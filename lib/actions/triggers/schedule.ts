import 'server-only';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  UpdateScheduleCommand,
  type FlexibleTimeWindow,
} from '@aws-sdk/client-scheduler';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import type { TriggerTarget } from './target';

interface ScheduleName {
  readonly group: string;
  readonly schedule: string;
}

function flexibleWindow(minutes: string): FlexibleTimeWindow {
  const count = Number(minutes);
  return minutes.trim() === '' || count === 0
    ? { Mode: 'OFF' }
    : { Mode: 'FLEXIBLE', MaximumWindowInMinutes: count };
}

function settingsOf(target: TriggerTarget, values: TriggerValues) {
  return {
    Description: values.description.trim() || undefined,
    ScheduleExpression: values.schedule.trim(),
    ScheduleExpressionTimezone: values.timeZone.trim() || undefined,
    FlexibleTimeWindow: flexibleWindow(values.flexibleMinutes),
    State: values.enabled === 'on' ? ('ENABLED' as const) : ('DISABLED' as const),
    Target: { Arn: target.arn, RoleArn: values.role.trim(), Input: values.input.trim() || undefined },
  };
}

/** A schedule calls by its own role, so the function's policy stays as it is. */
export async function connectSchedule(target: TriggerTarget, values: TriggerValues): Promise<void> {
  const scheduler = await target.aws.scheduler();
  await scheduler.send(
    new CreateScheduleCommand({
      Name: values.scheduleName.trim(),
      GroupName: values.scheduleGroup.trim() || 'default',
      ...settingsOf(target, values),
    }),
  );
}

async function readSchedule(target: TriggerTarget, { group, schedule }: ScheduleName) {
  const scheduler = await target.aws.scheduler();
  const output = await scheduler.send(new GetScheduleCommand({ Name: schedule, GroupName: group }));
  const { $metadata, Arn, CreationDate, LastModificationDate, ...settings } = output;
  return { scheduler, settings };
}

/** An update replaces the whole schedule: what the form does not know is read first and sent again. */
export async function changeSchedule(target: TriggerTarget, name: ScheduleName, values: TriggerValues) {
  const { scheduler, settings } = await readSchedule(target, name);
  const changed = settingsOf(target, values);
  await scheduler.send(
    new UpdateScheduleCommand({
      ...settings,
      ...changed,
      Name: name.schedule,
      GroupName: name.group,
      Target: { ...settings.Target, ...changed.Target },
    }),
  );
}

export async function setScheduleState(target: TriggerTarget, name: ScheduleName, enabled: boolean) {
  const { scheduler, settings } = await readSchedule(target, name);
  await scheduler.send(
    new UpdateScheduleCommand({
      ...settings,
      Name: name.schedule,
      GroupName: name.group,
      ScheduleExpression: settings.ScheduleExpression,
      FlexibleTimeWindow: settings.FlexibleTimeWindow,
      Target: settings.Target,
      State: enabled ? 'ENABLED' : 'DISABLED',
    }),
  );
}

export async function disconnectSchedule(target: TriggerTarget, { group, schedule }: ScheduleName) {
  const scheduler = await target.aws.scheduler();
  await scheduler.send(new DeleteScheduleCommand({ Name: schedule, GroupName: group }));
}
