import type { UntagResourceInput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { findTaggedGroup } from '../names.ts';
import type { SchedulerParts } from '../parts.ts';

export function untagResource({
  repository,
  commits,
}: SchedulerParts): Operation<Given<UntagResourceInput>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const group = findTaggedGroup(repository, input.ResourceArn, context);
      const left = Object.entries(group.tags).filter(([key]) => !input.TagKeys.includes(key));
      repository.putGroup({ ...group, tags: Object.fromEntries(left) });
    });
    return {};
  };
}
