import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { findTagged } from '../finding.ts';
import type { EfsParts } from '../parts.ts';
import { toTags } from '../rules/tags.ts';

/** All at once: there are 50 at most. */
export function listTagsForResource(
  parts: EfsParts,
): Operation<Given<ListTagsForResourceRequest>, ListTagsForResourceResponse> {
  return (input, context) => ({ Tags: toTags(findTagged(parts, context, input.ResourceId).record.tags) });
}
