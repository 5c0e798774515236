import { describe, expect, test } from 'vitest';
import { compilePattern, PatternProblem } from './compile.ts';
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
  ['no', 'Filter is not an object'],
  ['[]', 'Filter is not an object'],
  ['{"a":"x"}', '"a" must be an object or an array'],
  ['{"a":[]}', 'Empty arrays are not allowed'],
  ['{"a":[{"EXISTS":true}]}', 'Unrecognized match type EXISTS'],
  ['{"a":[{"numeric":5}]}', 'Value of numeric must be an array.'],
  ['{"a":[{"numeric":["<","x"]}]}', 'Value of < must be numeric'],
  ['{"a":[{"numeric":["<",5,">",0]}]}', 'Bad numeric range operator: >'],
  ['{"a":[{"prefix":1}]}', 'prefix match pattern must be a string'],
  ['{"a":[{"wildcard":"a**"}]}', 'Consecutive wildcard characters at pos 1'],
  ['{"a":[{"anything-but":[null]}]}', 'Inside anything but list, start|null|boolean is not supported.'],
  ['{"a":[{"anything-but":{"prefix":""}}]}', 'Null prefix/suffix not allowed'],
  ['{"a":[{"cidr":"10.0.0.0"}]}', "Malformed CIDR, one '/' required"],
  ['{"a":[{"cidr":"10.0.0/24"}]}', 'Nonstandard IP address: 10.0.0'],
])('refuses %s', (pattern, reason) => {
  expect(() => compilePattern(pattern)).toThrow(new PatternProblem(reason));
});
