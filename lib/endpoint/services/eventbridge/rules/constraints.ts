import { validationException } from '../errors.ts';

function refuse(value: string | number, path: string, sentence: string): never {
  throw validationException(
    `1 validation error detected: Value '${value}' at '${path}' failed to satisfy constraint: ${sentence}`,
  );
}

/** A name of a rule, bus or target, as the model writes it. */
export function assertName(value: string, path: string, lengthMax = 64): void {
  if (value.length < 1) refuse(value, path, 'Member must have length greater than or equal to 1');
  if (value.length > lengthMax)
    refuse(value, path, `Member must have length less than or equal to ${lengthMax}`);
  if (!/^[.\-_A-Za-z0-9]+$/.test(value))
    refuse(value, path, 'Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+');
}

export function assertLength(value: string | undefined, path: string, lengthMax: number): void {
  if (value !== undefined && value.length > lengthMax)
    refuse(value, path, `Member must have length less than or equal to ${lengthMax}`);
}

export function assertRange(value: number | undefined, path: string, min: number, max: number): void {
  if (value === undefined) return;
  if (value < min) refuse(value, path, `Member must have value greater than or equal to ${min}`);
  if (value > max) refuse(value, path, `Member must have value less than or equal to ${max}`);
}

/** `print` words the list in a refusal, where AWS was seen to print its members. */
export function assertCount(
  list: readonly unknown[],
  path: string,
  max: number,
  print = () => `[${list.length} members]`,
): void {
  if (list.length < 1) refuse('[]', path, 'Member must have length greater than or equal to 1');
  if (list.length > max) refuse(print(), path, `Member must have length less than or equal to ${max}`);
}

const tagsMax = 50;

/** The whole set a resource would have. */
export function assertTags(tags: Readonly<Record<string, string>>): void {
  const entries = Object.entries(tags);
  if (entries.length > tagsMax) throw validationException(`A resource takes ${tagsMax} tags at most.`);
  for (const [key, value] of entries) {
    if (key.length === 0 || key.length > 128 || value.length > 256 || /^aws:/i.test(key)) {
      throw validationException(
        'Tag keys must be between 1 and 128 characters in length, tag values at most 256, and keys may not start with aws:.',
      );
    }
  }
}

interface Tag {
  readonly Key: string | undefined;
  readonly Value: string | undefined;
}

export function readTags(tags: readonly Tag[] | undefined): Record<string, string> {
  return Object.fromEntries((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

export function printTags(tags: Readonly<Record<string, string>>): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
