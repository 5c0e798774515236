import type { GetRandomPasswordRequest } from '@aws-sdk/client-secrets-manager';
import { randomInt } from 'node:crypto';
import { invalidParameter, invalidRequest, outOfBounds } from '../errors.ts';

const alphabets = {
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digits: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
};

/** A password of the characters asked for, and of each kind at least one unless told otherwise. */
export function randomPassword(input: GetRandomPasswordRequest): string {
  const length = input.PasswordLength ?? 32;
  if (length < 1 || length > 4096) throw outOfBounds('passwordLength', 'Member must be between 1 and 4096');
  const excluded = new Set(input.ExcludeCharacters ?? '');
  const kinds = [
    input.ExcludeLowercase ? '' : alphabets.lower,
    input.ExcludeUppercase ? '' : alphabets.upper,
    input.ExcludeNumbers ? '' : alphabets.digits,
    input.ExcludePunctuation ? '' : alphabets.punctuation,
    input.IncludeSpace ? ' ' : '',
  ].map((alphabet) => [...alphabet].filter((character) => !excluded.has(character)));
  const all = kinds.flat();
  if (all.length === 0)
    throw invalidRequest('The password requirements leave no character to make a password of.');
  const required = input.RequireEachIncludedType === false ? [] : kinds.filter((kind) => kind.length > 0);
  if (required.length > length)
    throw invalidParameter(
      `The password length ${length} is too short for one of each of ${required.length} types.`,
    );
  const characters = Array.from({ length }, (_, index) => pick(required[index] ?? all));
  return shuffle(characters).join('');
}

function pick(from: readonly string[]): string {
  return from[randomInt(from.length)] ?? '';
}

function shuffle(characters: readonly string[]): string[] {
  const rest = [...characters];
  return characters.map(() => rest.splice(randomInt(rest.length), 1)[0] ?? '');
}
