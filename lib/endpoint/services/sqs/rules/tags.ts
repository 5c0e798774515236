import { invalidParameterValue } from '../errors.ts';

const tagsMax = 50;

/** The whole set a queue would have. */
export function assertTags(tags: Readonly<Record<string, string>>): void {
  const entries = Object.entries(tags);
  if (entries.length > tagsMax)
    throw invalidParameterValue(`Too many tags added for queue: at most ${tagsMax}.`);
  for (const [key, value] of entries) {
    if (key.length === 0 || key.length > 128 || value.length > 256 || /^aws:/i.test(key)) {
      throw invalidParameterValue(
        'Tag keys must be between 1 and 128 characters in length, tag values at most 256, and keys may not start with aws:.',
      );
    }
  }
}
