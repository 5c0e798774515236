import { invalidInput, limitExceeded, validationError } from '../errors.ts';

export type Tags = Readonly<Record<string, string>>;

const tagsMax = 50;
const keyPattern = String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]+`;
const wholeKey = new RegExp(`^${keyPattern}$`, 'u');

function refuse(path: string, constraint: string): never {
  throw validationError(
    `1 validation error detected: Value at '${path}' failed to satisfy constraint: Member must ${constraint}`,
  );
}

function assertTag(key: string, value: string, place: number): void {
  const path = `tags.${place}.member`;
  if (key.length < 1) refuse(`${path}.key`, 'have length greater than or equal to 1');
  if (key.length > 128) refuse(`${path}.key`, 'have length less than or equal to 128');
  if (!wholeKey.test(key)) refuse(`${path}.key`, `satisfy regular expression pattern: ${keyPattern}`);
  if (value.length > 256) refuse(`${path}.value`, 'have length less than or equal to 256');
}

/** What is to be taken off; one wrong key is told with every rule of keys. */
export function assertTagKeys(keys: readonly string[]): void {
  if (keys.length > tagsMax) refuse('tagKeys', `have length less than or equal to ${tagsMax}`);
  if (keys.some((key) => key.length < 1 || key.length > 128 || !wholeKey.test(key))) {
    refuse(
      'tagKeys',
      `satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ${keyPattern}, Member must not be null]`,
    );
  }
}

/** At most 50 a resource; keys of roles differ in more than case, those of policies do not need to. */
export function mergeTags(
  existing: Tags,
  added: readonly { Key: string | undefined; Value: string | undefined }[],
  { isCaseFolded = true } = {},
): Tags {
  if (added.length > tagsMax) refuse('tags', `have length less than or equal to ${tagsMax}`);
  const fold = (key: string) => (isCaseFolded ? key.toLowerCase() : key);
  const tags = new Map(Object.entries(existing));
  const seen = new Set<string>();
  for (const [index, { Key: key = '', Value: value = '' }] of added.entries()) {
    assertTag(key, value, index + 1);
    if (/^aws:/i.test(key)) throw invalidInput('Caller is not authorized to add aws: prefixed tags.');
    const folded = fold(key);
    if (seen.has(folded)) {
      const hint = isCaseFolded ? ' Please note that Tag keys are case insensitive.' : '';
      throw invalidInput(`Duplicate tag keys found.${hint}`);
    }
    seen.add(folded);
    for (const old of tags.keys()) if (fold(old) === folded) tags.delete(old);
    tags.set(key, value);
  }
  if (tags.size > tagsMax) throw limitExceeded(`Cannot exceed quota for TagsPerRole: ${tagsMax}`);
  return Object.fromEntries([...tags].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** As the API lists them. */
export function tagList(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
