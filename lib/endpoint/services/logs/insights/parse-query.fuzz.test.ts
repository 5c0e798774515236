import { expect, test } from 'vitest';
import { MalformedQuery, UnsupportedQuery } from './malformed-query.ts';
import { parseQuery } from './parse-query.ts';

const pieces = [
  'fields', 'filter', 'stats', 'parse', 'sort', 'limit', 'display', 'dedup', 'by', 'as', 'and', 'or', 'not', 'like',
  'in', '|', '(', ')', '[', ']', ',', '+', '-', '*', '/', '%', '^', '=', '!=', '<', '=~', '"', "'", '`', '#', '\n', '\\',
  '@message', '@timestamp', 'a.b', 'count(*)', 'avg(x)', 'bin(5m)', 'bin(', '5m', '12', '1e9', '.5', '"text"', '/a(b/',
  '/(?<n>a)/', '(?i)', '\u0000', '😀', '{', '}', 'if(', 'concat(', '$', '((((((((', 'not not', '- - -',
]; // prettier-ignore

/** Numbers that are the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('ten thousand malformed queries end in a refusal, and in nothing else', () => {
  const random = randomNumbers(7);
  const started = performance.now();
  for (let index = 0; index < 10_000; index += 1) {
    const count = 1 + Math.floor(random() * 25);
    const words = Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)] ?? '');
    // A closing brace is no symbol of the language, so none of these can be read.
    const text = `${words.join(random() < 0.8 ? ' ' : '')}\n| } ${'('.repeat(Math.floor(random() * 3))}`;
    let thrown: unknown;
    try {
      parseQuery(text);
    } catch (error) {
      thrown = error;
    }
    const isRefusal = thrown instanceof MalformedQuery || thrown instanceof UnsupportedQuery;
    if (!isRefusal) throw new Error(`not refused: ${JSON.stringify(text)}`, { cause: thrown });
    if (thrown instanceof MalformedQuery) {
      expect(thrown.start).toBeGreaterThanOrEqual(0);
      expect(thrown.end).toBeGreaterThanOrEqual(thrown.start);
    }
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});

test.each([
  ['parentheses', `filter ${'('.repeat(5000)}`],
  ['nots', `filter ${'not '.repeat(2000)} a`],
  ['signs', `fields ${'-'.repeat(5000)}a`],
  ['powers', `fields ${'a^'.repeat(4000)}a`],
  ['calls', `fields ${'abs('.repeat(2000)}`],
  ['commands', `limit 1${'|limit 1'.repeat(1200)}`],
  ['a sum', `fields a${'+a'.repeat(4900)}`],
])('%s without end are refused, not followed', (_what, text) => {
  expect(() => parseQuery(text)).toThrow(MalformedQuery);
});
