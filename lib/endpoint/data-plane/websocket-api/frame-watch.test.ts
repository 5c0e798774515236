import { expect, it } from 'vitest';
import { createFrameWatch } from './frame-watch.ts';

/** A frame as a client sends it, masked. */
function frame(opcode: number, length: number): Buffer {
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + extended + 4, 7);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (extended === 0 ? length : extended === 2 ? 126 : 127);
  if (extended === 2) head.writeUInt16BE(length, 2);
  if (extended === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, Buffer.alloc(length, 0xff)]);
}

it.each([1, 2, 3, 7, 1000, 100_000])('tells the length of every data frame in pieces of %i', (size) => {
  const seen: number[] = [];
  const watch = createFrameWatch((bytes) => seen.push(bytes));
  const lengths = [0, 1, 125, 126, 300, 65_535, 65_536, 5];
  const bytes = Buffer.concat(lengths.flatMap((length) => [frame(1, length), frame(9, 4)]));
  for (let at = 0; at < bytes.length; at += size) watch(bytes.subarray(at, at + size));
  expect(seen).toEqual(lengths);
});

it('tells a length that is announced alone', () => {
  const seen: number[] = [];
  createFrameWatch((bytes) => seen.push(bytes))(frame(2, 1_000_000).subarray(0, 14));
  expect(seen).toEqual([1_000_000]);
});
