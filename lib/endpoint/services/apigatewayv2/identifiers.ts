import { randomInt } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** APIs have ten characters, their parts seven, deployments six. The first is a letter: ids become host names. */
export function newId(length: number): string {
  let id = letters.charAt(randomInt(26));
  while (id.length < length) id += letters.charAt(randomInt(letters.length));
  return id;
}
