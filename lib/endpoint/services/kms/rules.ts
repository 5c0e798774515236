import type { Tag } from '@aws-sdk/client-kms';
import { notImplemented } from '../../errors.ts';
import { invalidAliasName, invalidMarker, outOfBounds, tagProblem, validation } from './errors.ts';
import type { EncryptionContext } from './cryptography.ts';

const tagsMax = 50;

export function mergeTags(
  before: Readonly<Record<string, string>>,
  tags: readonly Tag[],
): Record<string, string> {
  const merged = { ...before };
  for (const { TagKey = '', TagValue = '' } of tags) {
    if (TagKey.length < 1 || TagKey.length > 128)
      throw outOfBounds('tags.tagKey', 'Member must have length between 1 and 128');
    if (TagValue.length > 256)
      throw outOfBounds('tags.tagValue', 'Member must have length less than or equal to 256');
    if (/^aws:/i.test(TagKey)) throw tagProblem('Tag keys that begin with aws: are reserved.');
    merged[TagKey] = TagValue;
  }
  if (Object.keys(merged).length > tagsMax) throw tagProblem(`A key can have at most ${tagsMax} tags.`);
  return merged;
}

export function assertAliasName(name: string): void {
  if (!name.startsWith('alias/'))
    throw validation(
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  if (/^alias\/aws\//.test(name)) throw invalidAliasName('Aliases that begin with alias/aws/ are reserved.');
  if (!/^[a-zA-Z0-9/_-]{7,256}$/.test(name))
    throw outOfBounds('aliasName', 'Member must satisfy regular expression pattern: ^[a-zA-Z0-9/_-]+$');
}

export function assertBytes(bytes: Uint8Array, path: string, max: number): void {
  if (bytes.length < 1) throw outOfBounds(path, 'Member must have length greater than or equal to 1');
  if (bytes.length > max) throw outOfBounds(path, `Member must have length less than or equal to ${max}`);
}

/** What this endpoint has no meaning for is refused and not left out. */
export function assertOffered(input: {
  readonly GrantTokens?: readonly string[] | undefined;
  readonly EncryptionAlgorithm?: string | undefined;
  readonly Recipient?: unknown;
  readonly DryRun?: boolean | undefined;
}): void {
  const { GrantTokens: tokens = [], EncryptionAlgorithm: algorithm = 'SYMMETRIC_DEFAULT' } = input;
  if (tokens.length > 0) throw notImplemented("AWS KMS's grants");
  if (algorithm !== 'SYMMETRIC_DEFAULT')
    throw notImplemented(`The encryption algorithm ${algorithm} of AWS KMS`);
  if (input.Recipient !== undefined) throw notImplemented('Encryption to an attested recipient');
  if (input.DryRun) throw notImplemented("AWS KMS's DryRun");
}

export function contextOf(input: {
  readonly EncryptionContext?: EncryptionContext | undefined;
}): EncryptionContext {
  return input.EncryptionContext ?? {};
}

/** Names after which a listing goes on. */
export function readMarker(marker: string | undefined): string {
  if (marker === undefined) return '';
  const text = Buffer.from(marker, 'base64url').toString();
  if (!text.startsWith('after:')) throw invalidMarker();
  return text.slice('after:'.length);
}

export function pageOutput<Item>(found: readonly Item[], size: number, nameOf: (item: Item) => string) {
  const last = found[size - 1];
  const isTruncated = found.length > size && last !== undefined;
  return {
    Truncated: isTruncated,
    ...(isTruncated && { NextMarker: Buffer.from(`after:${nameOf(last)}`).toString('base64url') }),
  };
}
