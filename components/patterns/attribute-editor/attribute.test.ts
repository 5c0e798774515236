import { describe, expect, it } from 'vitest';
import { newAttribute, parseAttributes, printAttributes, rowsOf } from './attribute';

const awkward = [
  ['PLAIN', 'info'],
  ['URL', 'https://pay.internal/x?a=b&c=d'],
  ['SPACES', ' two  words '],
  ['QUOTES', `it's "quoted"`],
  ['LINES', 'one\ntwo'],
  ['EMPTY', ''],
  ['JAPANESE', '注文'],
  ['HASH', 'a # b'],
] as const;

describe.each(['env', 'json'] as const)('%s', (format) => {
  it('reads back what it prints', () => {
    const text = printAttributes(
      awkward.map(([key, value]) => newAttribute(key, value)),
      format,
    );
    expect(parseAttributes(text, format)).toEqual({ ok: true, pairs: awkward });
  });

  it('reads nothing as no rows', () => {
    expect(parseAttributes('', format)).toEqual({ ok: true, pairs: [] });
  });
});

it('reads env files written by hand', () => {
  const text = "# comment\n\nexport A=1\nB = 'single quoted'\r\nC=x=y";
  expect(parseAttributes(text, 'env')).toEqual({
    ok: true,
    pairs: [
      ['A', '1'],
      ['B', 'single quoted'],
      ['C', 'x=y'],
    ],
  });
});

it.each([
  ['A=1\nnonsense', 'env', 2],
  ['A="open', 'env', 1],
  ["A='", 'env', 1],
  ['{"a":', 'json', 1],
  ['[1]', 'json', 1],
  ['{"a":{"b":1}}', 'json', 1],
] as const)('refuses %j as %s and names line %i', (text, format, line) => {
  expect(parseAttributes(text, format)).toEqual({ ok: false, line });
});

it('keeps the row of a key that stays', () => {
  const before = [newAttribute('A', '1'), newAttribute('B', '2')];
  const after = rowsOf(
    [
      ['B', '3'],
      ['C', '4'],
    ],
    before,
  );
  expect(after[0]).toEqual({ id: before[1]?.id, key: 'B', value: '3', isHidden: false });
  expect(before.map((row) => row.id)).not.toContain(after[1]?.id);
});
