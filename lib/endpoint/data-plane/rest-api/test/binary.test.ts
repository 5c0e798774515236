import { expect, test } from 'vitest';
import { convertRequest, convertResponse } from '../binary.ts';

/** Recorded lengths of bodies that are no text, of their base64, and of a text, on the way to and from S3. */
const raw = Buffer.from(
  'H4sIABRs7mMC/0vOzy0oSi0uTk1RSEksSdRRKM7IL81JUUhKVcjMK0vMyUxRCA1x07VQKC4pysxLBwC4ORBXLwAAAA==',
  'base64',
);
const bodies = [raw, Buffer.from(raw.toString('base64')), Buffer.from('this is a UTF8 text typed object')];

test('a body on its way to a back end', () => {
  for (const [isBinary, handling, lengths] of [
    [false, undefined, [99, 92, 32]],
    [true, undefined, [67, 92, 32]],
    [false, 'CONVERT_TO_TEXT', [99, 92, 32]],
    [true, 'CONVERT_TO_TEXT', [92, 124, 44]],
    [false, 'CONVERT_TO_BINARY', [undefined, 67, undefined]],
    [true, 'CONVERT_TO_BINARY', [67, 92, 32]],
  ] as const)
    expect(bodies.map((body) => convertRequest(body, { isBinary, handling })?.length)).toEqual(lengths);
});

test('a body on its way to a caller', () => {
  for (const [isBinary, acceptsBinary, handling, lengths] of [
    [false, false, undefined, [99, 92, 32]],
    [false, true, undefined, [undefined, 67, undefined]],
    [true, true, undefined, [67, 92, 32]],
    [true, false, undefined, [92, 124, 44]],
    [false, true, 'CONVERT_TO_TEXT', [99, 92, 32]],
    [true, true, 'CONVERT_TO_TEXT', [92, 124, 44]],
    [false, false, 'CONVERT_TO_BINARY', [undefined, 67, undefined]],
    [true, false, 'CONVERT_TO_BINARY', [67, 92, 32]],
  ] as const) {
    const facts = { isBinary, acceptsBinary, isListEmpty: false, handling };
    expect(bodies.map((body) => convertResponse(body, facts)?.length)).toEqual(lengths);
  }
});
