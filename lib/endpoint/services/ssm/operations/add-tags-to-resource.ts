import type { AddTagsToResourceRequest, AddTagsToResourceResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import type { SsmParts } from '../parts.ts';
import { mergeTags } from '../rules/tags.ts';
import { findTaggedOrThrow } from '../tagged.ts';

export function addTagsToResource(
  parts: SsmParts,
): Operation<Given<AddTagsToResourceRequest>, AddTagsToResourceResult> {
  const { repository } = parts;
  return (input, context) => {
    repository.transaction(() => {
      const parameter = findTaggedOrThrow(parts, context, input);
      repository.putParameter(parameter, parameter.newest.version, mergeTags(parameter.tags, input.Tags));
    });
    return {};
  };
}
