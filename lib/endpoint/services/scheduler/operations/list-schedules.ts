import type { ListSchedulesInput, ListSchedulesOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../service.ts';
import { toScheduleSummary } from '../output.ts';
import { assertOneOf, readPaging, toPage } from '../rules/constraints.ts';
import type { SchedulerParts } from '../parts.ts';

export function listSchedules({
  repository,
}: SchedulerParts): Operation<ListSchedulesInput, ListSchedulesOutput> {
  return (input, context) => {
    assertOneOf(input.State, 'state', ['ENABLED', 'DISABLED']);
    const { after, size } = readPaging(input);
    const [group = '', name = ''] = after.split('/');
    const filter = {
      group: input.GroupName ?? '',
      prefix: input.NamePrefix ?? '',
      state: input.State ?? '',
    };
    const found = repository.pageOfSchedules(context, filter, { group, name }, size + 1);
    const { page, ...next } = toPage(found, size, (one) => `${one.group}/${one.name}`);
    return { Schedules: page.map(toScheduleSummary), ...next };
  };
}
