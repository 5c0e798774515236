import { validationException } from '../errors.ts';

function refuse(value: string | number, path: string, sentence: string): never {
  throw validationException(
    `1 validation error detected: Value '${value}' at '${path}' failed to satisfy constraint: ${sentence}`,
  );
}

/** A name of a schedule or group. */
export function assertName(value: string, path: string): void {
  if (!/^[0-9a-zA-Z-_.]{1,64}$/.test(value)) {
    refuse(
      value,
      path,
      value.length > 64
        ? 'Member must have length less than or equal to 64'
        : 'Member must satisfy regular expression pattern: [0-9a-zA-Z-_.]+',
    );
  }
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

export function assertOneOf(value: string | undefined, path: string, values: readonly string[]): void {
  if (value !== undefined && !values.includes(value))
    refuse(value, path, `Member must satisfy enum value set: [${values.join(', ')}]`);
}

interface Tag {
  readonly Key: string | undefined;
  readonly Value: string | undefined;
}

export function readTags(tags: readonly Tag[] | undefined): Record<string, string> {
  return Object.fromEntries((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** The whole set a group would have. */
export function assertTags(tags: Readonly<Record<string, string>>): void {
  const entries = Object.entries(tags);
  const isSound = entries.every(
    ([key, value]) => key.length > 0 && key.length <= 128 && value.length <= 256 && !/^aws:/i.test(key),
  );
  if (entries.length > 50 || !isSound) {
    throw validationException(
      'A group takes 50 tags at most; keys have between 1 and 128 characters and do not start with aws:, values have at most 256.',
    );
  }
}

const pageMax = 100;

/** How many to read and after what; tokens are opaque to callers. */
export function readPaging(input: {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}): { after: string; size: number } {
  assertRange(input.MaxResults, 'maxResults', 1, pageMax);
  const size = input.MaxResults ?? pageMax;
  if (input.NextToken === undefined) return { after: '', size };
  const parsed = /^after (.+)$/.exec(Buffer.from(input.NextToken, 'base64url').toString());
  if (parsed?.[1] === undefined) throw validationException('Invalid NextToken.');
  return { after: parsed[1], size };
}

export function toPage<T>(
  found: readonly T[],
  size: number,
  idOf: (record: T) => string,
): { page: readonly T[]; NextToken?: string } {
  const page = found.slice(0, size);
  const last = page.at(-1);
  if (found.length <= size || last === undefined) return { page };
  return { page, NextToken: Buffer.from(`after ${idOf(last)}`).toString('base64url') };
}
