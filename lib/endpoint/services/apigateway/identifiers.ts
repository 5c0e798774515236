import { randomInt } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** APIs have ten characters, their parts six. The first is a letter: ids become host names. */
export function newId(length: number): string {
  let id = letters.charAt(randomInt(26));
  while (id.length < length) id += letters.charAt(randomInt(letters.length));
  return id;
}

const keyLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The value of an API key: forty letters and digits, as AWS's. */
export function newKeyValue(): string {
  return Array.from({ length: 40 }, () => keyLetters.charAt(randomInt(keyLetters.length))).join('');
}
