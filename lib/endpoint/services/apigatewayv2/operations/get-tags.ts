import type { GetTagsRequest, GetTagsResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { findTagged } from '../tagged-resource.ts';

export function getTags(parts: HttpApiParts): Operation<Given<GetTagsRequest>, GetTagsResponse> {
  return ({ ResourceArn }, context) => ({ Tags: { ...findTagged(parts, context, ResourceArn).tags } });
}
