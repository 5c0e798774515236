import zlib from 'node:zlib';

/** A running check sum. */
export interface Crc {
  update(piece: Uint8Array): void;
  /** Big-endian, as S3 writes it before base64. */
  digest(): Buffer;
}

const castagnoli = 0x82f63b78;
const ieee = 0xedb88320;
const nvme = 0x9a6c9329ac4bc9b5n;

function table32(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    return value >>> 0;
  });
}

const tables32 = new Map<number, Uint32Array>();

function crcTable(polynomial: number): Uint32Array {
  const known = tables32.get(polynomial) ?? table32(polynomial);
  tables32.set(polynomial, known);
  return known;
}

function toBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

function byTable(polynomial: number): Crc {
  const table = crcTable(polynomial);
  let value = 0xffffffff;
  return {
    update(piece) {
      let own = value;
      for (const byte of piece) own = (own >>> 8) ^ (table[(own ^ byte) & 0xff] ?? 0);
      value = own;
    },
    digest: () => toBytes(~value),
  };
}

export const crc32c = (): Crc => byTable(castagnoli);

/** Node has a fast one from 20.15 and 22.2 on. */
export function crc32(): Crc {
  const native = (zlib as { crc32?: (data: Uint8Array, value?: number) => number }).crc32;
  if (!native) return byTable(ieee);
  let value = 0;
  return {
    update: (piece) => void (value = native(piece, value)),
    digest: () => toBytes(value),
  };
}

interface Table64 {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

let table64: Table64 | undefined;

function nvmeTable(): Table64 {
  if (table64) return table64;
  const high = new Uint32Array(256);
  const low = new Uint32Array(256);
  for (let index = 0; index < 256; index += 1) {
    let value = BigInt(index);
    for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? (value >> 1n) ^ nvme : value >> 1n;
    high[index] = Number(value >> 32n);
    low[index] = Number(value & 0xffffffffn);
  }
  return (table64 = { high, low });
}

/** In halves of 32 bits: whole numbers of 64 would be thirty times slower. */
export function crc64nvme(): Crc {
  const table = nvmeTable();
  let high = 0xffffffff;
  let low = 0xffffffff;
  return {
    update(piece) {
      let h = high;
      let l = low;
      for (const byte of piece) {
        const index = (l ^ byte) & 0xff;
        l = ((l >>> 8) | (h << 24)) ^ (table.low[index] ?? 0);
        h = (h >>> 8) ^ (table.high[index] ?? 0);
      }
      high = h;
      low = l;
    },
    digest: () => Buffer.concat([toBytes(~high), toBytes(~low)]),
  };
}

type Matrix = readonly bigint[];

function times(matrix: Matrix, vector: bigint): bigint {
  let sum = 0n;
  for (let row = 0, rest = vector; rest > 0n; row += 1, rest >>= 1n) if (rest & 1n) sum ^= matrix[row] ?? 0n;
  return sum;
}

const square = (matrix: Matrix): Matrix => matrix.map((row) => times(matrix, row));

/**
 * The sum of two texts, one after the other, from the sums of each and the length of the second: appending a zero bit
 * is a matrix over GF(2), and so is appending many.
 */
export function combineCrc(
  algorithm: 'CRC32' | 'CRC32C' | 'CRC64NVME',
  first: Buffer,
  second: Buffer,
  secondBytes: number,
): Buffer {
  const polynomial = { CRC32: BigInt(ieee), CRC32C: BigInt(castagnoli), CRC64NVME: nvme }[algorithm];
  const width = first.length * 8;
  const read = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
  let zeroBit: Matrix = [polynomial, ...Array.from({ length: width - 1 }, (_, bit) => 1n << BigInt(bit))];
  let value = read(first);
  for (let left = BigInt(secondBytes) * 8n; left > 0n; left >>= 1n) {
    if (left & 1n) value = times(zeroBit, value);
    if (left > 1n) zeroBit = square(zeroBit);
  }
  return Buffer.from((value ^ read(second)).toString(16).padStart(width / 4, '0'), 'hex');
}
