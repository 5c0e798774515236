import type { Tag } from '@aws-sdk/client-rds';
import { notImplemented } from '../../../errors.ts';
import { invalidValue } from '../errors.ts';
import type { Tags } from '../records.ts';

const tagsMax = 50;

export function mergeTags(before: Tags, tags: readonly Tag[]): Tags {
  const merged: Record<string, string> = { ...before };
  for (const { Key = '', Value = '' } of tags) {
    if (Key.length < 1 || Key.length > 128) throw invalidValue('A tag key has 1 to 128 characters.');
    if (Value.length > 256) throw invalidValue('A tag value has 256 characters at most.');
    if (/^(aws|rds):/i.test(Key)) throw invalidValue('Tag keys that begin with aws: or rds: are reserved.');
    merged[Key] = Value;
  }
  if (Object.keys(merged).length > tagsMax)
    throw invalidValue(`A resource can have at most ${tagsMax} tags.`);
  return merged;
}

export function tagList(tags: Tags): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Lower case, as RDS keeps names. */
export function readName(name: string, member: string): string {
  if (name.length > 63 || !/^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$/.test(name)) {
    throw invalidValue(
      `The parameter ${member} is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.`,
    );
  }
  return name.toLowerCase();
}

/** What this endpoint has no meaning for is refused and not left out. */
export function assertKnown(input: object, known: readonly string[], operation: string): void {
  const other = Object.entries(input).find(
    ([member, value]) => value !== undefined && !known.includes(member),
  );
  if (other) throw notImplemented(`${other[0]} of ${operation}`);
}

export function readPage(input: {
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}) {
  const size = input.MaxRecords ?? 100;
  if (size < 20 || size > 100)
    throw invalidValue(`Invalid value ${size} for MaxRecords. Must be between 20 and 100`);
  const after = input.Marker === undefined ? '' : Buffer.from(input.Marker, 'base64url').toString();
  if (input.Marker !== undefined && !after.startsWith('after:'))
    throw invalidValue('The Marker is not valid.');
  return { size, after: after.slice('after:'.length) };
}

export function pageOutput<Item extends { readonly name: string }>(found: readonly Item[], size: number) {
  const last = found[size - 1];
  return found.length > size && last
    ? { Marker: Buffer.from(`after:${last.name}`).toString('base64url') }
    : {};
}
