import { createHash } from 'node:crypto';
import { invalidRequest, notOffered } from '../errors.ts';
import type { Checksum, ChecksumAlgorithm } from '../records.ts';
import { combineCrc, crc32, crc32c, crc64nvme, type Crc } from './crc.ts';

export const checksumAlgorithms: readonly ChecksumAlgorithm[] = [
  'CRC32',
  'CRC32C',
  'CRC64NVME',
  'SHA1',
  'SHA256',
  'SHA512',
  'MD5',
];

const byCrc: Readonly<Partial<Record<ChecksumAlgorithm, () => Crc>>> = {
  CRC32: crc32,
  CRC32C: crc32c,
  CRC64NVME: crc64nvme,
};

export function startChecksum(algorithm: ChecksumAlgorithm): Crc {
  const crc = byCrc[algorithm]?.();
  if (crc) return crc;
  const hash = createHash(algorithm.toLowerCase());
  return { update: (piece) => void hash.update(piece), digest: () => hash.digest() };
}

/** Reads the name of an algorithm; those of the xxHash family are refused. */
export function readAlgorithm(name: string | undefined): ChecksumAlgorithm | undefined {
  if (name === undefined) return undefined;
  const upper = name.toUpperCase();
  const known = checksumAlgorithms.find((algorithm) => algorithm === upper);
  if (known) return known;
  if (upper.startsWith('XXHASH')) throw notOffered(`The checksum algorithm ${upper}`);
  throw invalidRequest(
    'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
  );
}

type ChecksumMembers = Readonly<Record<`Checksum${ChecksumAlgorithm}`, string | undefined>>;

/** The one checksum that a request or a part names, if any. */
export function givenChecksum(input: object): { algorithm: ChecksumAlgorithm; value: string } | undefined {
  const members = input as Partial<ChecksumMembers> & Readonly<Record<string, unknown>>;
  for (const name of Object.keys(members)) if (/^ChecksumXXHASH/.test(name)) readAlgorithm(name.slice(8));
  const given = checksumAlgorithms.flatMap((algorithm) => {
    const value = members[`Checksum${algorithm}`];
    return value === undefined ? [] : [{ algorithm, value }];
  });
  if (given.length > 1) {
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  return given[0];
}

/** The members of an answer for a checksum. */
export function checksumOutput(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  return { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: checksum.type };
}

export type ChecksumType = Checksum['type'];

/** What a multipart upload's parts may be summed up as. */
export function defaultChecksumType(algorithm: ChecksumAlgorithm): ChecksumType {
  return algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE';
}

export function canSpanParts(algorithm: ChecksumAlgorithm): algorithm is 'CRC32' | 'CRC32C' | 'CRC64NVME' {
  return byCrc[algorithm] !== undefined;
}

/** The checksum of an object made of parts, from those of the parts (base64). */
export function checksumOfParts(
  algorithm: ChecksumAlgorithm,
  type: ChecksumType,
  parts: readonly { readonly value: string; readonly bytes: number }[],
): Checksum {
  const sums: Buffer[] = parts.map(({ value }) => Buffer.from(value, 'base64'));
  if (type === 'FULL_OBJECT' && canSpanParts(algorithm)) {
    const whole = sums.reduce((sum, next, index) =>
      combineCrc(algorithm, sum, next, parts[index]?.bytes ?? 0),
    );
    return { algorithm, type, value: whole.toString('base64') };
  }
  const sum = startChecksum(algorithm);
  for (const bytes of sums) sum.update(bytes);
  return { algorithm, type: 'COMPOSITE', value: `${sum.digest().toString('base64')}-${parts.length}` };
}
