import type { UntagResourceRequest } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { changeTags } from '../change-tags.ts';
import type { SchemasParts } from '../parts.ts';

export function untagResource(parts: SchemasParts): Operation<Given<UntagResourceRequest>, object> {
  return async (input, context) => {
    const isKept = ([key]: [string, string]) => !input.TagKeys.includes(key);
    await changeTags(parts, input.ResourceArn, context, (tags) =>
      Object.fromEntries(Object.entries(tags).filter(isKept)),
    );
    return {};
  };
}
