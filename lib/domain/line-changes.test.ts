import { expect, it } from 'vitest';
import { lineChanges } from './line-changes.ts';

const lines = (...all: string[]) => all.join('\n');
const short = (before: string, after: string) =>
  lineChanges(before, after).map(({ kind, firstLine, lastLine }) => `${kind} ${firstLine}-${lastLine}`);

it.each([
  ['nothing', lines('a', 'b'), lines('a', 'b'), []],
  ['only line ends', 'a\r\nb\rc', 'a\nb\nc', []],
  ['one changed line', lines('a', 'b', 'c'), lines('a', 'x', 'c'), ['changed 2-2']],
  ['lines added inside', lines('a', 'd'), lines('a', 'b', 'c', 'd'), ['added 2-3']],
  ['a line added at the end', lines('a'), lines('a', 'b'), ['added 2-2']],
  ['a line removed', lines('a', 'b', 'c'), lines('a', 'c'), ['removed 2-2']],
  [
    'two places',
    lines('a', 'b', 'c', 'd', 'e'),
    lines('a', 'x', 'c', 'd', 'n', 'e'),
    ['changed 2-2', 'added 5-5'],
  ],
  ['more lines for fewer', lines('a', 'b', 'z'), lines('a', 'x', 'y', 'z'), ['changed 2-3']],
  ['everything', 'a', 'b', ['changed 1-1']],
  ['an empty text filled', '', lines('a', 'b'), ['changed 1-2']],
])('finds %s', (_, before, after, expected) => {
  expect(short(before, after)).toEqual(expected);
});

it('takes a block that is too large to compare as one change, and quickly', () => {
  const before = Array.from({ length: 4_000 }, (_, index) => `before ${index}`).join('\n');
  const after = Array.from({ length: 4_000 }, (_, index) => `after ${index}`).join('\n');
  expect(short(`same\n${before}\nsame`, `same\n${after}\nsame`)).toEqual(['changed 2-4001']);
});
