import { createHash, randomBytes } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An IAM unique id such as `AROA…`: a four-letter kind and 17 characters of base 32. */
export function randomId(kind: 'AROA' | 'ANPA'): string {
  return kind + encode(randomBytes(17));
}

/** The same shape, always the same for the same seed. */
export function stableId(kind: 'ANPA', seed: string): string {
  return kind + encode(createHash('sha256').update(seed).digest().subarray(0, 17));
}

function encode(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet.charAt(byte % 32)).join('');
}
