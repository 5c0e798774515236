import { describe, expect, test } from 'vitest';
import { compilePattern } from './compile.ts';
import { PatternProblem, shownSource } from './pattern-problem.ts';
import { matchesPattern } from './pattern.ts';

const matches = (pattern: unknown, event: unknown) =>
  matchesPattern(compilePattern(JSON.stringify(pattern)), event);

describe('what matches', () => {
  test.each([
    ['equal text', { a: ['x'] }, { a: 'x' }],
    ['one of several', { a: ['x', 'y'] }, { a: 'y' }],
    ['numbers by value', { a: [300] }, { a: 300.0 }],
    ['null', { a: [null] }, { a: null }],
    ['any element of a list', { a: ['x'] }, { a: ['w', 'x'] }],
    [
      'an object within a list',
      { a: { b: ['x'], c: [1] } },
      {
        a: [
          { b: 'y', c: 1 },
          { b: 'x', c: 1 },
        ],
      },
    ],
    ['prefix', { a: [{ prefix: 'ab' }] }, { a: 'abc' }],
    ['prefix without case', { a: [{ prefix: { 'equals-ignore-case': 'AB' } }] }, { a: 'abc' }],
    ['suffix', { a: [{ suffix: '.png' }] }, { a: 'x.png' }],
    ['equal without case', { a: [{ 'equals-ignore-case': 'AbC' }] }, { a: 'aBc' }],
    ['wildcard', { a: [{ wildcard: 'a*b*' }] }, { a: 'a..b..' }],
    ['a wildcard of a long text', { a: [{ wildcard: '*a*a*a*a*a*b' }] }, { a: `${'a'.repeat(100_000)}b` }],
    ['an escaped asterisk', { a: [{ wildcard: 'a\\*b' }] }, { a: 'a*b' }],
    ['special characters in a wildcard', { a: [{ wildcard: 'a.(*)' }] }, { a: 'a.(x)' }],
    ['anything but', { a: [{ 'anything-but': ['x', 1] }] }, { a: 'y' }],
    ['anything but, null', { a: [{ 'anything-but': 'x' }] }, { a: null }],
    ['anything but a prefix', { a: [{ 'anything-but': { prefix: ['x', 'y'] } }] }, { a: 'z' }],
    ['a number in a range', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }],
    ['exists', { a: [{ exists: true }] }, { a: null }],
    ['does not exist', { a: [{ exists: false }] }, { b: 1 }],
    ['does not exist, nor its parent', { a: { b: [{ exists: false }] } }, {}],
    ['an object is no leaf', { a: [{ exists: false }] }, { a: { b: 1 } }],
    ['an empty list is no leaf', { a: [{ exists: false }] }, { a: [] }],
    ['cidr', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.0.255' }],
    ['cidr of IPv6', { a: [{ cidr: '2001:db8::/32' }] }, { a: '2001:db8::1' }],
    ['$or', { $or: [{ a: ['x'] }, { b: [1] }] }, { b: 1 }],
    ['dotted keys in the pattern', { 'a.b': ['x'] }, { a: { b: 'x' } }],
    ['dotted keys in the event', { a: { b: ['x'] } }, { 'a.b': 'x' }],
    ['nothing asked', {}, { a: 1 }],
  ])('%s', (_name, pattern, event) => {
    expect(matches(pattern, event)).toBe(true);
  });
});

describe('what does not match', () => {
  test.each([
    ['other text', { a: ['x'] }, { a: 'y' }],
    ['a number as text', { a: ['1'] }, { a: 1 }],
    ['null as text', { a: [null] }, { a: 'null' }],
    ['null and an empty list', { a: [null] }, { a: [] }],
    ['keys in different objects of a list', { a: { b: ['x'], c: [1] } }, { a: [{ b: 'x' }, { c: 1 }] }],
    ['one key of two', { a: ['x'], b: ['y'] }, { a: 'x' }],
    ['anything but, missing', { a: [{ 'anything-but': 'x' }] }, {}],
    ['anything but a wildcard', { a: [{ 'anything-but': { wildcard: 'x*' } }] }, { a: 'xyz' }],
    ['a wildcard whose ends overlap', { a: [{ wildcard: 'ab*ba' }] }, { a: 'aba' }],
    ['a wildcard of a long text', { a: [{ wildcard: '*a*a*a*a*a*b' }] }, { a: 'a'.repeat(100_000) }],
    ['a number as text in a range', { a: [{ numeric: ['>', 0] }] }, { a: '1' }],
    ['another network', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.1.1' }],
    ['no branch of $or', { $or: [{ a: ['x'] }, { b: [1] }] }, { a: 'y', b: 2 }],
    ['the prototype', { a: { constructor: [{ exists: true }] } }, { a: {} }],
  ])('%s', (_name, pattern, event) => {
    expect(matches(pattern, event)).toBe(false);
  });
});

test.each([
  ['[]', 'Filter is not an object'],
  ['{"a":"x"}', '"a" must be an object or an array'],
  ['{"a":[]}', 'Empty arrays are not allowed'],
  ['{"a":[{"EXISTS":true}]}', 'Unrecognized match type EXISTS'],
  ['{"a":[{"numeric":5}]}', 'Value of numeric must be an array.'],
  ['{"a":[{"numeric":["<","x"]}]}', 'Value of < must be numeric'],
  ['{"a":[{"prefix":1}]}', 'prefix match pattern must be a string'],
  ['{"a":[{"wildcard":"a**"}]}', 'Consecutive wildcard characters at pos 2'],
  ['{"a":[{"anything-but":[null]}]}', 'Inside anything but list, start|null|boolean is not supported.'],
  ['{"a":[{"anything-but":{"prefix":""}}]}', 'Null prefix/suffix not allowed'],
  ['{"a":[{"cidr":"10.0.0.0"}]}', "Malformed CIDR, one '/' required"],
  ['{"a":[{"cidr":"10.0.0/24"}]}', 'Nonstandard IP address: 10.0.0'],
])('refuses %s', (pattern, reason) => {
  expect(refusal(pattern).split('\n')[0]).toBe(reason);
});

function refusal(text: string): string {
  try {
    compilePattern(text);
  } catch (error) {
    if (error instanceof PatternProblem) return error.describe(shownSource(text));
    throw error;
  }
  return 'none';
}

// Recorded answers of AWS, each with the column it names.
const placed: readonly (readonly [pattern: string, column: number, reason: string, isTwice?: boolean])[] = [
  ['{"key":[["value"]]}', 10, 'Match value must be String, number, true, false, or null'],
  ['{"key":[{"suffix":"value","prefix":"value2"}]}', 37, 'Only one key allowed in match expression'],
  ['{"key":[{"suffix":100}]}', 22, 'suffix match pattern must be a string'],
  ['{"key":{"suffix":"value"}}', 19, '"suffix" must be an object or an array'],
  ['{"key":[{"numeric":[]}]}', 22, 'Invalid member in numeric match: ]'],
  ['{"key":[{"numeric":["operator"]}]}', 32, 'Unrecognized numeric range operator: operator'],
  ['{"key":[{"numeric":[1,"<="]}]}', 22, 'Invalid member in numeric match: 1'],
  ['{"key":[{"numeric":["=","000"]}]}', 26, 'Value of equals must be numeric'],
  ['{"key":[{"numeric":[">="]}]}', 26, 'Value of >= must be numeric'],
  ['{"key":[{"numeric":["<",100,">",10]}]}', 30, 'Too many elements in numeric expression'],
  ['{"key":[{"numeric":[">=",1,">",2]}]}', 31, 'Bad numeric range operator: >'],
  ['{"key":[{"numeric":[">",3,"<",1]}]}', 33, 'Bottom must be less than top'],
  ['{"key":[{"numeric":[">",20,"<="]}]}', 33, 'Value of <= must be numeric'],
  ['{"key":[{"numeric":[">",20,30]}]}', 30, 'Bad value in numeric range: 30'],
  ['{"key":[{"numeric":[">",20,"test"]}]}', 34, 'Bad numeric range operator: test'],
  ['{"key":[{"numeric":[">",20,"<",30,"<",50]}]}', 36, 'Too many terms in numeric range expression'],
  ['{"key":[{"exists":"no"}]}', 20, 'exists match pattern must be either true or false.'],
  ['{"resources": []}', 17, 'Empty arrays are not allowed'],
  ['{"detail": {"c-count": [{"numeric": [">", 0, ">", 0]}]}}', 49, 'Bad numeric range operator: >'],
  [
    '{"detail": {"state": [{"anything-but": {"equals-ignore-case": 123}}]}}',
    66,
    'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
  ],
  [
    '{"detail": {"state": [{"anything-but": {"equals-ignore-case": [123, 456]}}]}}',
    67,
    'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
    true,
  ],
  [
    'this is valid json but not a dict',
    5,
    "Unrecognized token 'this': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
  ],
  [
    "{'bad': 'quotation'}",
    2,
    "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
  ],
  [
    '{"not": closed mark"',
    15,
    "Unrecognized token 'closed': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
  ],
  ['["not", "a", "dict", "but valid json"]', 2, 'Filter is not an object'],
  [
    '{"detail": {"state": [{"anything-but": {"wildcard": [123, "*/dir/*"]}}]}}',
    57,
    'wildcard match pattern must be a string',
    true,
  ],
  [
    '{"detail": {"FileName": [{"anything-but": {"suffix": [123, ".txt"]}}]}}',
    58,
    'prefix/suffix match pattern must be a string',
    true,
  ],
  [
    '{"detail": {"FileName": [{"anything-but": {"prefix": {"equals-ignore-case": "file"}}}]}}',
    55,
    'Value of anything-but must be an array or single string/number value.',
  ],
  ['{"detail": {"sourceIPAddress": [{"cidr": ["bad-type"]}]}}', 43, 'prefix match pattern must be a string'],
];
test('a refusal says where it came up', () => {
  for (const [pattern, column, reason, isTwice = false] of placed) {
    const place = `\n at [Source: (String)"${pattern}"; line: 1, column: ${column}]`;
    expect(refusal(pattern)).toBe(`${reason}${place}${isTwice ? place : ''}`);
  }
});

test('a refusal counts lines, shows no more than the beginning, and some have no place', () => {
  const long = `{\n "a": "${'x'.repeat(600)}"}`;
  expect(refusal(long)).toBe(
    `"a" must be an object or an array\n at [Source: (String)"${long.slice(0, 500)}"[truncated ${long.length - 500} chars]; line: 2, column: 8]`,
  );
  expect(refusal('{"a": [{"cidr": "10.0.0.1"}]}')).toBe("Malformed CIDR, one '/' required");
  expect(refusal('{} x')).toContain("Unexpected character ('x' (code 120))");
});
