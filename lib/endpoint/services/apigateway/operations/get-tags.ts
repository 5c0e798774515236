import type { GetTagsRequest, Tags } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findTagged } from '../tagged-resource.ts';
import type { RestApiParts } from '../parts.ts';

export function getTags(parts: RestApiParts): Operation<Given<GetTagsRequest>, Tags> {
  return (input, context) => {
    return { tags: findTagged(parts, context, input.resourceArn).tags };
  };
}
