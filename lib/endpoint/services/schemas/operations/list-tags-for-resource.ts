import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { findTagged } from '../names.ts';
import type { SchemasParts } from '../parts.ts';

export function listTagsForResource({
  repository,
}: SchemasParts): Operation<Given<ListTagsForResourceRequest>, ListTagsForResourceResponse> {
  return (input, context) => ({
    Tags: { ...findTagged(repository, input.ResourceArn, context).record.tags },
  });
}
