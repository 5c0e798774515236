import type { TagResourceRequest } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { findTagged } from '../finding.ts';
import type { EfsParts } from '../parts.ts';
import { mergeTags } from '../rules/tags.ts';

export function tagResource(parts: EfsParts): Operation<Given<TagResourceRequest>, undefined> {
  return (input, context) =>
    parts.repository.transaction(() => {
      const { kind, record } = findTagged(parts, context, input.ResourceId);
      parts.repository.put(kind, { ...record, tags: mergeTags(record.tags, input.Tags) });
      return undefined;
    });
}
