import type { CreateScheduleGroupInput, CreateScheduleGroupOutput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { conflict } from '../errors.ts';
import { groupArn } from '../names.ts';
import { defaultGroup } from '../records.ts';
import { assertName, assertTags, readTags } from '../rules/constraints.ts';
import type { SchedulerParts } from '../parts.ts';

export function createScheduleGroup({
  repository,
  commits,
  clock,
}: SchedulerParts): Operation<Given<CreateScheduleGroupInput>, CreateScheduleGroupOutput> {
  return async (input, context) => {
    const { Name: name } = input;
    assertName(name, 'name');
    const tags = readTags(input.Tags);
    assertTags(tags);
    const { accountId, region } = context;
    const key = { accountId, region, name };
    await commits.run(() => {
      if (name === defaultGroup || repository.findGroup(key))
        throw conflict(`Schedule group ${name} already exists.`);
      const nowMs = clock.now();
      repository.putGroup({ ...key, tags, createdMs: nowMs, modifiedMs: nowMs });
    });
    return { ScheduleGroupArn: groupArn(key) };
  };
}
