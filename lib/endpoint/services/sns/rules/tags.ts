import type { Tag } from '@aws-sdk/client-sns';
import { invalidParameter, tagLimitExceeded } from '../errors.ts';

const tagsMax = 50;

/** Tags of a request as a record. */
export function readTags(tags: readonly Tag[] | undefined): Record<string, string> {
  const given = tags ?? [];
  const read = Object.fromEntries(given.map(({ Key = '', Value = '' }) => [Key, Value]));
  if (Object.keys(read).length < given.length) throw invalidParameter('Duplicated keys are not allowed.');
  return read;
}

/** The whole set a topic would have. */
export function assertTags(tags: Readonly<Record<string, string>>): void {
  const entries = Object.entries(tags);
  if (entries.length > tagsMax) throw tagLimitExceeded();
  for (const [key, value] of entries) {
    if (key.length === 0 || key.length > 128 || value.length > 256 || /^aws:/i.test(key)) {
      throw invalidParameter(
        'Tag keys must be between 1 and 128 characters in length, tag values at most 256, and keys may not start with aws:.',
      );
    }
  }
}
