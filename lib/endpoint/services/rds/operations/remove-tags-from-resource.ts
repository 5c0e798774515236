import type { RemoveTagsFromResourceMessage } from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import type { RdsParts } from '../parts.ts';
import { findTaggedOrThrow } from '../tagged.ts';

export function removeTagsFromResource(parts: RdsParts): Operation<Given<RemoveTagsFromResourceMessage>> {
  return async (input, context) => {
    const tagged = findTaggedOrThrow(parts, context, input.ResourceName);
    const kept = Object.entries(tagged.tags).filter(([key]) => !input.TagKeys.includes(key));
    await tagged.put(Object.fromEntries(kept));
  };
}
