import { describe, expect, it } from 'vitest';
import { payloadFault } from '../rules/payload-fault.ts';

const hidden = 'REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled)';
const values = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const place = (line: number, column: number) => `[Source: ${hidden}; line: ${line}, column: ${column}]`;

describe('what AWS’s parser says of an event that is no JSON', () => {
  it.each([
    // Recorded answers of AWS.
    ['n\x87r\x9e\xe9\xb5\xd7I\xee\x9bmt', 'Invalid UTF-8 start byte 0x87', 1, 3],
    [
      '\x99\xeb,j\x07\xa1zYh',
      `Unexpected character ((CTRL-CHAR, code 153)): expected a valid value ${values}`,
      1,
      1,
    ],
    // Its parser's published source.
    ['hello', `Unrecognized token 'hello': was expecting ${values}`, 1, 6],
    ['nul', `Unrecognized token 'nul': was expecting ${values}`, 1, 4],
    ['[truex]', `Unrecognized token 'truex': was expecting ${values}`, 1, 8],
    ["{'a':1}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 1, 2],
    [
      '{"a":1,}',
      "Unexpected character ('}' (code 125)): was expecting double-quote to start field name",
      1,
      8,
    ],
    [
      '{"a" 1}',
      "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
      1,
      6,
    ],
    [
      '{"a":1 "b"',
      `Unexpected character ('"' (code 34)): was expecting comma to separate Object entries`,
      1,
      8,
    ],
    ['[1,]', "Unexpected character (']' (code 93)): expected a value", 1, 4],
    ['{"a":', 'Unexpected end-of-input within/between Object entries', 1, 6],
    [
      '\n [',
      `Unexpected end-of-input: expected close marker for Array (start marker at ${place(2, 2)})`,
      2,
      3,
    ],
    ['"abc', 'Unexpected end-of-input in VALUE_STRING', 1, 5],
    ['{"a', 'Unexpected end-of-input in field name', 1, 4],
    [
      '"a\tb"',
      'Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be included in string value',
      1,
      3,
    ],
    ['"\\x"', "Unrecognized character escape 'x' (code 120)", 1, 3],
    ['01', 'Invalid numeric value: Leading zeroes not allowed', 1, 3],
    [
      '-x',
      "Unexpected character ('x' (code 120)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value",
      1,
      2,
    ],
  ])('%j', (text, problem, line, column) => {
    expect(payloadFault(Buffer.from(text, 'latin1'))).toBe(`${problem}\n at ${place(line, column)}`);
  });

  it('has no word for what is JSON, and bounds what it reads', () => {
    expect(payloadFault(Buffer.from(' {"é":[1.5e3,-0,true,null,"\\u00e9",{}]} '))).toBeUndefined();
    expect(payloadFault(Buffer.from('['.repeat(100_000)))).toMatch(
      /^Document nesting depth \(1001\) exceeds/,
    );
  });
});
