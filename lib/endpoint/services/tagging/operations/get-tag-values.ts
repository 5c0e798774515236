import type { GetTagValuesInput, GetTagValuesOutput } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Given, Operation } from '../../service.ts';
import { pageOfNames } from '../names.ts';
import type { TaggingParts } from '../parts.ts';

export function getTagValues(parts: TaggingParts): Operation<Given<GetTagValuesInput>, GetTagValuesOutput> {
  return async ({ PaginationToken, Key }, context) => {
    const { names, next } = await pageOfNames(parts, context, PaginationToken, (tags) =>
      Object.hasOwn(tags, Key) ? [tags[Key] ?? ''] : [],
    );
    return { PaginationToken: next, TagValues: names };
  };
}
