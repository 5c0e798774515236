import type { ListScheduleGroupsInput, ListScheduleGroupsOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../service.ts';
import { findGroupOrThrow } from '../names.ts';
import { toGroupView } from '../output.ts';
import { defaultGroup } from '../records.ts';
import { readPaging, toPage } from '../rules/constraints.ts';
import type { SchedulerParts } from '../parts.ts';

export function listScheduleGroups({
  repository,
}: SchedulerParts): Operation<ListScheduleGroupsInput, ListScheduleGroupsOutput> {
  return (input, context) => {
    const { after, size } = readPaging(input);
    const prefix = input.NamePrefix ?? '';
    const found = repository.pageOfGroups(context, prefix, after, size + 1);
    // The default group has no row before it has tags.
    const { accountId, region } = context;
    const isImplied = !repository.findGroup({ accountId, region, name: defaultGroup });
    const isWanted = isImplied && defaultGroup.startsWith(prefix) && defaultGroup > after;
    const all = [...found, ...(isWanted ? [findGroupOrThrow(repository, defaultGroup, context)] : [])];
    all.sort((a, b) => (a.name < b.name ? -1 : 1));
    const { page, ...next } = toPage(all, size, ({ name }) => name);
    return { ScheduleGroups: page.map(toGroupView), ...next };
  };
}
