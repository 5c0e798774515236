import { expect, it } from 'vitest';
import { appendLines, chunksOf, emptyTail, tailLinesMax } from './tail-buffer';

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    atMs: index,
    text: `line ${index}`,
    stream: 's',
  }));

it('numbers lines across appends', () => {
  const tail = appendLines(appendLines(emptyTail, lines(2)), lines(3));
  expect(tail.lines.map(({ serial }) => serial)).toEqual([0, 1, 2, 3, 4]);
  expect(tail.count).toBe(5);
});

it('keeps the newest lines and counts all', () => {
  const tail = appendLines(appendLines(emptyTail, lines(tailLinesMax)), lines(10));
  expect(tail.lines).toHaveLength(tailLinesMax);
  expect(tail.lines[0]?.serial).toBe(10);
  expect(tail.lines.at(-1)?.serial).toBe(tailLinesMax + 9);
  expect(tail.count).toBe(tailLinesMax + 10);
});

it('groups lines so that a dropped one touches only the first group', () => {
  const before = chunksOf(appendLines(emptyTail, lines(tailLinesMax)).lines);
  const after = chunksOf(appendLines(appendLines(emptyTail, lines(tailLinesMax)), lines(1)).lines);
  expect(before.map((chunk) => chunk.id)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  expect([after[0]?.lines.length, after[1]?.lines.length, after.at(-1)?.lines.length]).toEqual([99, 100, 1]);
  expect(after[1]?.id).toBe(1);
});
