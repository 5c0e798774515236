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
    ['{ $.level = %^E.*R$% && $.user.name != %bob% }', order, true],
    ['{ $.level = %INFO% }', order, false],
    ['%5\\d\\d%', 'status 503', true],
    ['%5\\d\\d%', 'status 404', false],
    ['%^ERROR|WARN$%', 'a WARN', true],
    ['%^ERROR|WARN$%', 'an ERROR', false],
    ['%[a-f0-9]{4,6}-x?y+% -DEBUG', 'id 00ff-yy', true],
    ['%[^0-9]{3}%', '12a4', false],
    ['?%4\\d% ?ERROR', '41', true],
    ['[ip, user, status = 4*, bytes > 1000]', '10.0.0.1 ada 404 1534', true],
    ['[ip, user, status = 4*, bytes > 1000]', '10.0.0.1 ada 404 15', false],
    ['[ip, user, status = 4*, bytes > 1000]', '10.0.0.1 ada 404 1534 more', false],
    [
      '[ip, time, request = "GET *", status = 200 || status = 204]',
      '::1 [10/Oct/2000 13:55] "GET /a b" 204',
      true,
    ],
    ['[..., status != 200]', 'a b c 500', true],
    ['[ip = %^10\\.%, ..., bytes]', '10.1.1.1 x y 7', true],
    ['[first, ..., last]', 'alone', false],
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
    '%open',
    '%(a+)+%',
    '%a{1,5000}%',
    '%[b-a]%',
    '%\\q%',
    '[a, ..., ...]',
    '[a = ]',
    '[a',
    '[a > x]',
    '{ $.a > %b% }',
  ])('refuses %s', (pattern) => {
    expect(() => compileFilterPattern(pattern)).toThrow(
      expect.objectContaining({ code: 'InvalidParameterException' }),
    );
  });

  it.each(['%a*a*a*a*a*a*a*a*b%', '%a?a?a?a?a?a?a?a{20}b%'])(
    '%s is not slowed down by a long line',
    (pattern) => {
      const matches = compileFilterPattern(pattern);
      const started = performance.now();
      expect(matches('a'.repeat(20_000))).toBe(false);
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );

  it('is not slowed down by many wildcards', () => {
    const matches = compileFilterPattern(`{ $.text = "${'*a'.repeat(200)}b" }`);
    const started = performance.now();
    expect(matches(JSON.stringify({ text: 'a'.repeat(200_000) }))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
