import type { ListTagsCommandInput, ListTagsResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { findTaggedFunction } from '../tagged-resource.ts';

export function listTags(parts: LambdaParts): Operation<ListTagsCommandInput, ListTagsResponse> {
  return (input, context) => ({
    Tags: { ...findTaggedFunction(parts, input.Resource ?? '', context, 'ListTags').tags },
  });
}
