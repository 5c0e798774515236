import { createHash, randomBytes } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * An access key id as AWS's temporary ones are, with the account in its first 48 bits (one zero, the account, seven at
 * random). The last two bytes are a digest of the others, by which the endpoint knows its own: see `accountOf`.
 */
export function temporaryKeyId(accountId: string): string {
  const bytes = randomBytes(10);
  const account = BigInt(accountId) * 128n + BigInt(bytes.readUInt8(5) % 128);
  bytes.writeUIntBE(Number(account), 0, 6);
  createHash('sha256').update(bytes.subarray(0, 8)).digest().copy(bytes, 8, 0, 2);
  let bits = 0n;
  for (const byte of bytes) bits = bits * 256n + BigInt(byte);
  const letters = Array.from({ length: 16 }, (_none, index) =>
    alphabet.charAt(Number((bits >> BigInt(75 - 5 * index)) % 32n)),
  );
  return `ASIA${letters.join('')}`;
}

/** Has the form of a role's unique id; the same role always has the same. */
export function roleId(roleArn: string): string {
  const digest = createHash('sha256').update(roleArn).digest().subarray(0, 17);
  return `AROA${Array.from(digest, (byte) => alphabet.charAt(byte % 32)).join('')}`;
}
