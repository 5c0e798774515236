import type { ListTagsForResourceRequest, ListTagsForResourceResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import type { SsmParts } from '../parts.ts';
import { findTaggedOrThrow } from '../tagged.ts';

export function listTagsForResource(
  parts: SsmParts,
): Operation<Given<ListTagsForResourceRequest>, ListTagsForResourceResult> {
  return (input, context) => {
    const { tags } = findTaggedOrThrow(parts, context, input);
    return { TagList: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  };
}
