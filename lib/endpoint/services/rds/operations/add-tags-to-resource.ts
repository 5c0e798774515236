import type { AddTagsToResourceMessage } from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import type { RdsParts } from '../parts.ts';
import { mergeTags } from '../rules/input.ts';
import { findTaggedOrThrow } from '../tagged.ts';

export function addTagsToResource(parts: RdsParts): Operation<Given<AddTagsToResourceMessage>> {
  return async (input, context) => {
    const tagged = findTaggedOrThrow(parts, context, input.ResourceName);
    await tagged.put(mergeTags(tagged.tags, input.Tags));
  };
}
