import type { TagResourceInput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { findTaggedGroup } from '../names.ts';
import { assertTags, readTags } from '../rules/constraints.ts';
import type { SchedulerParts } from '../parts.ts';

export function tagResource({
  repository,
  commits,
}: SchedulerParts): Operation<Given<TagResourceInput>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const group = findTaggedGroup(repository, input.ResourceArn, context);
      const tags = { ...group.tags, ...readTags(input.Tags) };
      assertTags(tags);
      repository.putGroup({ ...group, tags });
    });
    return {};
  };
}
