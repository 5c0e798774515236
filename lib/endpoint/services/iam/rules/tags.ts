import { invalidInput, limitExceeded, validationError } from '../errors.ts';

export type Tags = Readonly<Record<string, string>>;

/** At most 50 a resource; keys differ in more than case (IAM, unlike Lambda). */
export function mergeTags(
  existing: Tags,
  added: readonly { Key: string | undefined; Value: string | undefined }[],
): Tags {
  const tags = new Map(Object.entries(existing));
  const seen = new Set<string>();
  for (const { Key: key = '', Value: value = '' } of added) {
    if (key.length === 0 || key.length > 128 || value.length > 256) {
      throw validationError('A tag key must have 1 to 128 characters and its value at most 256.');
    }
    if (/^aws:/i.test(key)) throw invalidInput('Caller is not authorized to add aws: prefixed tags.');
    const folded = key.toLowerCase();
    if (seen.has(folded))
      throw invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
    seen.add(folded);
    for (const old of tags.keys()) if (old.toLowerCase() === folded) tags.delete(old);
    tags.set(key, value);
  }
  if (tags.size > 50) throw limitExceeded('Cannot exceed quota for TagsPerRole: 50');
  return Object.fromEntries([...tags].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** As the API lists them. */
export function tagList(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
