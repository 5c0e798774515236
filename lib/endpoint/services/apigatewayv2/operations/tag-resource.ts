import type { TagResourceRequest, TagResourceResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { assertTags } from '../rules/tags.ts';
import { findTagged } from '../tagged-resource.ts';

export function tagResource(parts: HttpApiParts): Operation<Given<TagResourceRequest>, TagResourceResponse> {
  return ({ ResourceArn, Tags = {} }, context) => {
    const resource = findTagged(parts, context, ResourceArn);
    const tags = { ...resource.tags, ...Tags };
    assertTags(tags);
    resource.setTags(tags);
    return {};
  };
}
