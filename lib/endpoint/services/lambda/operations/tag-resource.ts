import { randomUUID } from 'node:crypto';
import type { TagResourceCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { invalidParameterValue } from '../errors.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { tagConstraints } from '../rules/function-constraints.ts';
import { mergeTags } from '../rules/tags.ts';
import { findTaggedFunction } from '../tagged-resource.ts';

export function tagResource(parts: LambdaParts): Operation<TagResourceCommandInput, object> {
  return (input, context) => {
    assertConstraints(tagConstraints, input);
    const added = input.Tags ?? {};
    return parts.repository.transaction(() => {
      const record = findTaggedFunction(parts, input.Resource ?? '', context, 'TagResource');
      if (Object.keys(added).length === 0) {
        throw invalidParameterValue('An error occurred and the request cannot be processed.');
      }
      // Tags are no configuration, yet they renew the revision (1.5) [rec].
      parts.repository.update({ ...record, tags: mergeTags(record.tags, added), revisionId: randomUUID() });
      return {};
    });
  };
}
