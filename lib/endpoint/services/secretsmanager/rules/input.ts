import type { Tag } from '@aws-sdk/client-secrets-manager';
import { invalidParameter, invalidRequest, outOfBounds, validation } from '../errors.ts';
import type { SecretValue } from '../records.ts';

const valueBytesMax = 65_536;
const tagsMax = 50;

export function assertName(name: string): void {
  if (name.length > 512) throw outOfBounds('name', 'Member must have length less than or equal to 512');
  assertNameCharacters(name);
}

export function assertNameCharacters(name: string): void {
  if (!/^[\w/+=.@!-]+$/.test(name)) {
    throw validation(
      'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
    );
  }
}

export function assertDescription(description: string | undefined): void {
  if ((description?.length ?? 0) > 2048)
    throw outOfBounds('description', 'Member must have length less than or equal to 2048');
}

/** The id of the version to be. Every SDK makes one up; a client without one is told to. */
export function readToken(token: string | undefined): string {
  if (token === undefined)
    throw invalidRequest('You must provide a ClientRequestToken value. We recommend a UUID-type value.');
  if (token.length < 32 || token.length > 64)
    throw outOfBounds('clientRequestToken', 'Member must have length between 32 and 64');
  return token;
}

/** The one value of a request, if it has any. */
export function readValue(input: {
  readonly SecretString?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
}): SecretValue | undefined {
  const { SecretString: text, SecretBinary: binary } = input;
  if (text !== undefined && binary !== undefined)
    throw invalidParameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  if (text === undefined && binary === undefined) return undefined;
  const bytes = binary ?? Buffer.from(text ?? '');
  const path = binary ? 'secretBinary' : 'secretString';
  if (bytes.length === 0) throw outOfBounds(path, 'Member must have length greater than or equal to 1');
  if (bytes.length > valueBytesMax)
    throw outOfBounds(path, `Member must have length less than or equal to ${valueBytesMax}`);
  return { bytes, isBinary: binary !== undefined };
}

/** A value with the id of its version, where a request may come without. */
export function readNewValue(
  input: Parameters<typeof readValue>[0] & { readonly ClientRequestToken?: string | undefined },
): { readonly token: string; readonly value: SecretValue } | undefined {
  const value = readValue(input);
  return value && { token: readToken(input.ClientRequestToken), value };
}

export function readValueOrThrow(input: Parameters<typeof readValue>[0]): SecretValue {
  const value = readValue(input);
  if (!value) throw invalidRequest('You must provide either SecretString or SecretBinary.');
  return value;
}

export function mergeTags(
  before: Readonly<Record<string, string>>,
  tags: readonly Tag[],
): Record<string, string> {
  const merged = { ...before };
  for (const { Key = '', Value = '' } of tags) {
    if (Key.length < 1 || Key.length > 128)
      throw outOfBounds('tags.key', 'Member must have length between 1 and 128');
    if (Value.length > 256) throw outOfBounds('tags.value', 'Member must have length between 0 and 256');
    if (/^aws:/i.test(Key)) throw invalidParameter('Tag keys that begin with aws: are reserved.');
    merged[Key] = Value;
  }
  if (Object.keys(merged).length > tagsMax)
    throw invalidParameter(`A secret can have at most ${tagsMax} tags.`);
  return merged;
}

const stagesMax = 20;

export function assertStages(stages: readonly string[]): void {
  if (stages.length < 1 || stages.length > stagesMax)
    throw outOfBounds('versionStages', `Member must have length between 1 and ${stagesMax}`);
  if (stages.some((stage) => stage.length < 1 || stage.length > 256))
    throw outOfBounds('versionStages.member', 'Member must have length between 1 and 256');
}

export function readCount(count: number | undefined, max: number): number {
  if (count === undefined) return max;
  if (count < 1 || count > max) throw outOfBounds('maxResults', `Member must be between 1 and ${max}`);
  return count;
}
