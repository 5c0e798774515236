import { ServiceError } from '../../../errors.ts';
import { invalidParameter } from '../errors.ts';

const tagsMax = 50;

/** Adds tags to those a group has; at most 50. */
export function mergeTags(
  existing: Readonly<Record<string, string>>,
  added: Readonly<Record<string, string>>,
): Record<string, string> {
  for (const [key, value] of Object.entries(added)) {
    if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(key) || value.length > 256) {
      throw invalidParameter(
        'A tag key must have 1 to 128 letters, digits or _.:/=+-@ and its value at most 256.',
      );
    }
    if (/^aws:/i.test(key)) throw invalidParameter('Tag keys starting with aws: are reserved for AWS.');
  }
  // From a map: a key such as __proto__ must stay an ordinary one.
  const tags = new Map([...Object.entries(existing), ...Object.entries(added)]);
  if (tags.size > tagsMax) {
    throw new ServiceError('TooManyTagsException', 400, `A log group can have at most ${tagsMax} tags.`);
  }
  return Object.fromEntries(tags);
}
