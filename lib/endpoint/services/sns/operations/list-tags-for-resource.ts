import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { findTaggedTopic } from '../names.ts';
import type { SnsParts } from '../parts.ts';

export function listTagsForResource({
  repository,
}: SnsParts): Operation<Given<ListTagsForResourceRequest>, ListTagsForResourceResponse> {
  return (input, context) => {
    const { tags } = findTaggedTopic(repository, input.ResourceArn, context);
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  };
}
