import { invalidParameterValue } from '../errors.ts';

const tagsMax = 50;

export type Tags = Readonly<Record<string, string>>;

/** Existing tags with `added` over them; a resource has 50 at most. */
export function mergeTags(existing: Tags, added: Tags): Tags {
  const merged = { ...existing, ...added };
  if (Object.keys(merged).length > tagsMax)
    throw invalidParameterValue('Number of tags exceeds resource tag limit.');
  return merged;
}
