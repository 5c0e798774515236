import type { DeleteScheduleGroupInput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { validationException } from '../errors.ts';
import { findGroupOrThrow } from '../names.ts';
import { defaultGroup } from '../records.ts';
import type { SchedulerParts } from '../parts.ts';

export function deleteScheduleGroup({
  repository,
  commits,
  alarm,
}: SchedulerParts): Operation<Given<DeleteScheduleGroupInput>, object> {
  return async (input, context) => {
    if (input.Name === defaultGroup)
      throw validationException('The default schedule group cannot be deleted.');
    await commits.run(() => {
      const group = findGroupOrThrow(repository, input.Name, context);
      repository.deleteSchedulesOf(group);
      repository.deleteGroup(group);
    });
    alarm.set();
    return {};
  };
}
