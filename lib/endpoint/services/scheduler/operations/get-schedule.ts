import type { GetScheduleInput, GetScheduleOutput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { findScheduleOrThrow } from '../names.ts';
import { toScheduleView } from '../output.ts';
import type { SchedulerParts } from '../parts.ts';

export function getSchedule({
  repository,
}: SchedulerParts): Operation<Given<GetScheduleInput>, GetScheduleOutput> {
  return (input, context) => {
    return toScheduleView(findScheduleOrThrow(repository, input, context));
  };
}
