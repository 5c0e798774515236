import type { TagResourceRequest } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { changeTags } from '../change-tags.ts';
import type { SchemasParts } from '../parts.ts';
import { mergeTags } from '../rules/constraints.ts';

export function tagResource(parts: SchemasParts): Operation<Given<TagResourceRequest>, object> {
  return async (input, context) => {
    await changeTags(parts, input.ResourceArn, context, (tags) => mergeTags(tags, input.Tags));
    return {};
  };
}
