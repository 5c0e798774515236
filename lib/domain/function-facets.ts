import type { FilterProperty, FunctionRow } from './function-list.ts';

/** Values that a filter can offer for one property, the most frequent first. */
export interface Facet {
  readonly property: FilterProperty;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

const valuesMax = 50;
const tagKeysMax = 30;
const countedProperties = ['runtime', 'state', 'packageType', 'architecture'] as const;

/** Counts the values of the short properties and of each tag key, in one walk over the rows. */
export function facetsOf(rows: readonly FunctionRow[]): readonly Facet[] {
  const counts = new Map<FilterProperty, Map<string, number>>();
  const count = (property: FilterProperty, value: string | undefined) => {
    if (!value) return;
    const values = counts.get(property) ?? new Map<string, number>();
    values.set(value, (values.get(value) ?? 0) + 1);
    counts.set(property, values);
  };
  for (const row of rows) {
    for (const property of countedProperties) count(property, row[property]);
    for (const [key, value] of Object.entries(row.tags ?? {})) count(`tag.${key}`, value);
  }
  const size = (property: FilterProperty) => counts.get(property)?.size ?? 0;
  const tagKeys = [...counts.keys()]
    .filter((property) => property.startsWith('tag.'))
    .sort((a, b) => size(b) - size(a) || a.localeCompare(b))
    .slice(0, tagKeysMax);
  return [...countedProperties, ...tagKeys.sort()].map((property) => ({
    property,
    values: [...(counts.get(property) ?? [])]
      .map(([value, number]) => ({ value, count: number }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
      .slice(0, valuesMax),
  }));
}
