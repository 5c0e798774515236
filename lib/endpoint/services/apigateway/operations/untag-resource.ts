import type { UntagResourceRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findTagged } from '../tagged-resource.ts';
import type { RestApiParts } from '../parts.ts';

export function untagResource(parts: RestApiParts): Operation<Given<UntagResourceRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      const resource = findTagged(parts, context, input.resourceArn);
      const left = Object.entries(resource.tags).filter(([key]) => !input.tagKeys.includes(key));
      resource.setTags(Object.fromEntries(left));
    });
    return {};
  };
}
