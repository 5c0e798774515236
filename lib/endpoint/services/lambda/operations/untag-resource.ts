import type { UntagResourceCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { findTagged } from '../tagged-resource.ts';

export function untagResource(parts: LambdaParts): Operation<UntagResourceCommandInput, object> {
  return (input, context) => {
    const removed = new Set(input.TagKeys ?? []);
    return parts.repository.transaction(() => {
      const { tags, write } = findTagged(parts, input.Resource ?? '', context, 'UntagResource');
      write(Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.has(key))));
      return {};
    });
  };
}
