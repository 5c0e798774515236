import type { Tag } from '@aws-sdk/client-ssm';
import { outOfBounds, tooManyTags, validation } from '../errors.ts';

const tagsMax = 50;

export function mergeTags(
  before: Readonly<Record<string, string>>,
  tags: readonly Tag[],
): Record<string, string> {
  const merged = { ...before };
  for (const { Key = '', Value = '' } of tags) {
    if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(Key))
      throw outOfBounds(
        'tags.key',
        'Member must have length between 1 and 128 and hold letters, digits, spaces and _.:/=+-@',
      );
    if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u.test(Value))
      throw outOfBounds(
        'tags.value',
        'Member must have length between 0 and 256 and hold letters, digits, spaces and _.:/=+-@',
      );
    if (/^aws:/i.test(Key)) throw validation('Tag keys that begin with aws: are reserved.');
    merged[Key] = Value;
  }
  if (Object.keys(merged).length > tagsMax) throw tooManyTags();
  return merged;
}
