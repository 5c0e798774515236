import type { Tag } from '@aws-sdk/client-efs';
import { badRequest } from '../errors.ts';

const tagsMax = 50;

export function mergeTags(
  before: Readonly<Record<string, string>>,
  tags: readonly Tag[],
): Readonly<Record<string, string>> {
  const merged = new Map(Object.entries(before));
  for (const { Key = '', Value = '' } of tags) {
    if (!/^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu.test(Key))
      throw badRequest(`The tag key '${Key}' is invalid.`);
    if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u.test(Value))
      throw badRequest(`The value of tag '${Key}' is invalid.`);
    merged.set(Key, Value);
  }
  if (merged.size > tagsMax) throw badRequest(`A resource can have up to ${tagsMax} tags.`);
  return Object.fromEntries(merged);
}

export function toTags(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
