import type { GetTagKeysInput, GetTagKeysOutput } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Operation } from '../../service.ts';
import { pageOfNames } from '../names.ts';
import type { TaggingParts } from '../parts.ts';

export function getTagKeys(parts: TaggingParts): Operation<GetTagKeysInput, GetTagKeysOutput> {
  return async ({ PaginationToken }, context) => {
    const { names, next } = await pageOfNames(parts, context, PaginationToken, Object.keys);
    return { PaginationToken: next, TagKeys: names };
  };
}
