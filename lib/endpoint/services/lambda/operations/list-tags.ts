import type { ListTagsCommandInput, ListTagsResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { findTagged } from '../tagged-resource.ts';

export function listTags(parts: LambdaParts): Operation<ListTagsCommandInput, ListTagsResponse> {
  return (input, context) => ({
    Tags: { ...findTagged(parts, input.Resource ?? '', context, 'ListTags').tags },
  });
}
