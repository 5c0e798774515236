import type { GetScheduleGroupInput, GetScheduleGroupOutput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow } from '../names.ts';
import { toGroupView } from '../output.ts';
import type { SchedulerParts } from '../parts.ts';

export function getScheduleGroup({
  repository,
}: SchedulerParts): Operation<Given<GetScheduleGroupInput>, GetScheduleGroupOutput> {
  return (input, context) => {
    return { ...toGroupView(findGroupOrThrow(repository, input.Name, context)) };
  };
}
