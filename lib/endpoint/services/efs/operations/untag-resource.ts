import type { UntagResourceRequest } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { findTagged } from '../finding.ts';
import type { EfsParts } from '../parts.ts';

export function untagResource(parts: EfsParts): Operation<Given<UntagResourceRequest>, undefined> {
  return (input, context) =>
    parts.repository.transaction(() => {
      const { kind, record } = findTagged(parts, context, input.ResourceId);
      const left = Object.entries(record.tags).filter(([key]) => !input.TagKeys.includes(key));
      parts.repository.put(kind, { ...record, tags: Object.fromEntries(left) });
      return undefined;
    });
}
