import type { TagResourceRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { assertTags } from '../rules/tags.ts';
import { findTagged } from '../tagged-resource.ts';
import type { RestApiParts } from '../parts.ts';

export function tagResource(parts: RestApiParts): Operation<Given<TagResourceRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      const resource = findTagged(parts, context, input.resourceArn);
      const tags = { ...resource.tags, ...input.tags };
      assertTags(tags);
      resource.setTags(tags);
    });
    return {};
  };
}
