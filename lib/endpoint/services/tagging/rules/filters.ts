import type { TagFilter } from '@aws-sdk/client-resource-groups-tagging-api';
import { invalidParameter } from '../errors.ts';
import type { TagSource, Tags } from '../sources/source.ts';

/** Quotas of the API reference. */
const filtersMax = 50;
const valuesMax = 20;
const typesMax = 100;

/** The kinds that filters like `lambda` and `lambda:function` name; all without a filter. Unknown kinds have no resources. */
export function wantedSources(
  sources: readonly TagSource[],
  filters: readonly string[] = [],
): readonly TagSource[] {
  if (filters.length > typesMax)
    throw invalidParameter(`ResourceTypeFilters can have up to ${typesMax} items.`);
  if (filters.length === 0) return sources;
  return sources.filter(({ type }) =>
    filters.some((filter) => type === filter || type.startsWith(`${filter}:`)),
  );
}

/** Whether tags meet every filter: one of its values, or its key alone where it has none. */
export function tagMatcher(filters: readonly TagFilter[] = []): (tags: Tags) => boolean {
  if (filters.length > filtersMax) throw invalidParameter(`TagFilters can have up to ${filtersMax} items.`);
  const wanted = filters.map(({ Key, Values = [] }) => {
    if (Key === undefined || Key === '') throw invalidParameter('Each of TagFilters needs a Key.');
    if (Values.length > valuesMax)
      throw invalidParameter(`A filter of TagFilters can have up to ${valuesMax} values.`);
    return { key: Key, values: new Set(Values) };
  });
  return (tags) =>
    wanted.every(({ key, values }) => {
      if (!Object.hasOwn(tags, key)) return false;
      return values.size === 0 || values.has(tags[key] ?? '');
    });
}
