import { randomUUID } from 'node:crypto';
import type { UntagResourceCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { findTaggedFunction } from '../tagged-resource.ts';

export function untagResource(parts: LambdaParts): Operation<UntagResourceCommandInput, object> {
  return (input, context) => {
    const removed = new Set(input.TagKeys ?? []);
    return parts.repository.transaction(() => {
      const record = findTaggedFunction(parts, input.Resource ?? '', context, 'UntagResource');
      const tags = Object.fromEntries(Object.entries(record.tags).filter(([key]) => !removed.has(key)));
      parts.repository.update({ ...record, tags, revisionId: randomUUID() });
      return {};
    });
  };
}
