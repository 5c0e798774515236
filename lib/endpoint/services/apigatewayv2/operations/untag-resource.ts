import type { UntagResourceRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { findTagged } from '../tagged-resource.ts';

export function untagResource(parts: HttpApiParts): Operation<Given<UntagResourceRequest>, object> {
  return ({ ResourceArn, TagKeys }, context) => {
    const resource = findTagged(parts, context, ResourceArn);
    const left = Object.entries(resource.tags).filter(([key]) => !TagKeys.includes(key));
    resource.setTags(Object.fromEntries(left));
    return {};
  };
}
