import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '@aws-sdk/client-scheduler';
import type { Given, Operation } from '../../service.ts';
import { findTaggedGroup } from '../names.ts';
import type { SchedulerParts } from '../parts.ts';

export function listTagsForResource({
  repository,
}: SchedulerParts): Operation<Given<ListTagsForResourceInput>, ListTagsForResourceOutput> {
  return (input, context) => {
    const { tags } = findTaggedGroup(repository, input.ResourceArn, context);
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  };
}
