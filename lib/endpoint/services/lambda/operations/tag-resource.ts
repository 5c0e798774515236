import type { TagResourceCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { invalidParameterValue } from '../errors.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { tagConstraints } from '../rules/function-constraints.ts';
import { mergeTags } from '../rules/tags.ts';
import { findTagged } from '../tagged-resource.ts';

export function tagResource(parts: LambdaParts): Operation<TagResourceCommandInput, object> {
  return (input, context) => {
    assertConstraints(tagConstraints, input);
    const added = input.Tags ?? {};
    return parts.repository.transaction(() => {
      const resource = findTagged(parts, input.Resource ?? '', context, 'TagResource');
      if (Object.keys(added).length === 0) {
        throw invalidParameterValue('An error occurred and the request cannot be processed.');
      }
      resource.write(mergeTags(resource.tags, added));
      return {};
    });
  };
}
