import type { Attribute } from '@/components/patterns/attribute-editor/attribute';
import type { Tags } from '@/lib/forms/tags';

/** AWS's limits for the tags of a function. */
export const tagLimits = { count: 50, key: 128, value: 256 } as const;

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export type TagProblem = 'empty' | 'duplicate' | 'reserved' | 'keyLength' | 'keyPattern';
export type TagValueProblem = 'valueLength' | 'valuePattern';

/** What is wrong with a tag's key; tags of AWS itself (`aws:`) are kept as they are. */
export function tagKeyProblem(
  row: Attribute,
  rows: readonly Attribute[],
  saved: Tags,
): TagProblem | undefined {
  const { key } = row;
  if (key === '') return 'empty';
  if (rows.filter((other) => other.key === key).length > 1) return 'duplicate';
  if (/^aws:/i.test(key) && !(key in saved)) return 'reserved';
  if ([...key].length > tagLimits.key) return 'keyLength';
  return allowed.test(key) ? undefined : 'keyPattern';
}

export function tagValueProblem({ value }: Attribute): TagValueProblem | undefined {
  if ([...value].length > tagLimits.value) return 'valueLength';
  return allowed.test(value) ? undefined : 'valuePattern';
}

export const toTags = (rows: readonly Attribute[]): Tags =>
  Object.fromEntries(rows.map(({ key, value }) => [key, value]));
