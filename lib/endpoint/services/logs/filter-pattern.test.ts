import { describe, expect, it } from 'vitest';
import { compileFilterPattern } from './filter-pattern.ts';

const order =
  '{"level":"ERROR","ms":120.5,"ok":false,"none":null,"user":{"name":"ada"},"items":[{"sku":"a-1"},{"sku":"b-2"}]}';

describe('compileFilterPattern', () => {
  it.each([
    ['', 'anything', true],
    ['ERROR', 'an ERROR here', true],
    ['ERROR', 'an error here', false],
    ['ERROR timeout', 'timeout after ERROR', true],
    ['ERROR timeout', 'ERROR', false],
    ['"not found"', 'user not found', true],
    ['"not found"', 'found, not lost', false],
    ['"say \\"hi\\""', 'say "hi"', true],
    ['?ERROR ?WARN', 'a WARN', true],
    ['?ERROR ?WARN', 'INFO', false],
    ['ERROR -timeout', 'ERROR timeout', false],
    ['ERROR -"retry later"', 'ERROR retry', true],
    ['?WARN INFO', 'INFO', true],
    ['{ $.level = "ERROR" }', order, true],
    ['{ $.level = ERROR }', order, true],
    ['{ $.level != "ERROR" }', order, false],
    ['{ $.absent != "x" }', order, false],
    ['{ $.level = "E*" }', order, true],
    ['{ $.level = "*R*O*" }', order, true],
    ['{ $.level = "*X*" }', order, false],
    ['{ $.ms > 120 && $.ms <= 120.5 }', order, true],
    ['{ $.ms < 1e2 }', order, false],
    ['{ $.level = "x" || $.ms >= 1 && $.user.name = "ada" }', order, true],
    ['{ ($.level = "x" || $.ms >= 1) && $.user.name = "bob" }', order, false],
    ['{ $.ok IS FALSE && $.none IS NULL && $.gone NOT EXISTS }', order, true],
    ['{ $.items[1].sku = "b-*" }', order, true],
    ['{ $.items[*].sku = "a-1" }', order, true],
    ['{ $.items[5].sku = "a-1" }', order, false],
    ['{ $.level = "ERROR" }', 'level ERROR', false],
    ['{ $.level = "ERROR" }', '{"level": "ERR', false],
    ['{ $.toString = "x" }', '{}', false],
  ])('%s on %s is %s', (pattern, message, expected) => {
    expect(compileFilterPattern(pattern)(message)).toBe(expected);
  });

  it.each([
    'a-b',
    '"open',
    '{ $.a = }',
    '{ $.a = "b"',
    '{ a = 1 }',
    '{ $.a ~ 1 }',
    '{ $.a > "x" }',
    `{ ${'('.repeat(200)}`,
  ])('refuses %s', (pattern) => {
    expect(() => compileFilterPattern(pattern)).toThrow(
      expect.objectContaining({ code: 'InvalidParameterException' }),
    );
  });

  it('is not slowed down by many wildcards', () => {
    const matches = compileFilterPattern(`{ $.text = "${'*a'.repeat(200)}b" }`);
    const started = performance.now();
    expect(matches(JSON.stringify({ text: 'a'.repeat(200_000) }))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
