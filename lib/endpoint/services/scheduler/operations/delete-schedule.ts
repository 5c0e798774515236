import type { DeleteScheduleInput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { findScheduleOrThrow } from '../names.ts';
import type { SchedulerParts } from '../parts.ts';

export function deleteSchedule({
  repository,
  commits,
  alarm,
}: SchedulerParts): Operation<Given<DeleteScheduleInput>, object> {
  return async (input, context) => {
    await commits.run(() => repository.deleteSchedule(findScheduleOrThrow(repository, input, context)));
    alarm.set();
    return {};
  };
}
