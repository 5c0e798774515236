import type { ListResourceTagsRequest, ListResourceTagsResponse } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { findKeyOrThrow } from '../keys.ts';
import type { KmsParts } from '../parts.ts';

/** All at once: there are fifty at most. */
export function listResourceTags(
  parts: KmsParts,
): Operation<Given<ListResourceTagsRequest>, ListResourceTagsResponse> {
  return (input, context) => {
    const { tags } = findKeyOrThrow(parts, input.KeyId, context);
    return {
      Tags: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
      Truncated: false,
    };
  };
}
