import type { RemoveTagsFromResourceRequest, RemoveTagsFromResourceResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import type { SsmParts } from '../parts.ts';
import { findTaggedOrThrow } from '../tagged.ts';

export function removeTagsFromResource(
  parts: SsmParts,
): Operation<Given<RemoveTagsFromResourceRequest>, RemoveTagsFromResourceResult> {
  const { repository } = parts;
  return (input, context) => {
    repository.transaction(() => {
      const parameter = findTaggedOrThrow(parts, context, input);
      const kept = Object.entries(parameter.tags).filter(([key]) => !input.TagKeys.includes(key));
      repository.putParameter(parameter, parameter.newest.version, Object.fromEntries(kept));
    });
    return {};
  };
}
