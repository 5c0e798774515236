import { oneOf, type Random } from './random.ts';

/** What parsers of these protocols stumble over. */
const TOKENS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '&',
  '=',
  '.',
  '%',
  '%00',
  '%ff',
  '<',
  '>',
  '</',
  '\0',
  '__proto__',
  'null',
  '1e999',
  '-1',
  '9'.repeat(40),
  '\r\n',
  '\u{1f600}',
];

/** The bytes with one change: cut, shortened, lengthened, or one of them another. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length + 1);
  const length = random(8);
  switch (random(5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(oneOf(TOKENS, random)), bytes.subarray(at)]);
    case 3: {
      const copy = Buffer.from(bytes);
      if (copy.length > 0) copy[at % copy.length] = random(256);
      return copy;
    }
    default:
      return Buffer.concat([
        bytes.subarray(0, at),
        bytes.subarray(Math.max(0, at - length), at),
        bytes.subarray(at),
      ]);
  }
}

/** Node refuses to send these in a request line; the wire's own handling of them is tested with raw sockets. */
export const printable = (text: string): string => text.replace(/[^\x21-\x7e]/g, '');
