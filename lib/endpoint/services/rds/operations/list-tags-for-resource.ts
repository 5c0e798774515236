import type { ListTagsForResourceMessage, TagListMessage } from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import type { RdsParts } from '../parts.ts';
import { tagList } from '../rules/input.ts';
import { findTaggedOrThrow } from '../tagged.ts';

export function listTagsForResource(
  parts: RdsParts,
): Operation<Given<ListTagsForResourceMessage>, TagListMessage> {
  return (input, context) => ({
    TagList: tagList(findTaggedOrThrow(parts, context, input.ResourceName).tags),
  });
}
