import { describe, expect, it } from 'vitest';
import { formatListState, parseListState, sortedBy } from './function-list-url.ts';

const read = (text: string) => {
  const query: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = query[key];
    query[key] = before === undefined ? value : [before, value].flat();
  }
  return parseListState(query, 50);
};

describe('the address of the functions list', () => {
  it.each([
    '',
    '?view=deprecated',
    '?f=name%3Aorders&f=tag.env%3Dproduction',
    '?f=%7Eorders&f=runtime%3Dpython3.13&join=or&sort=lastModified&dir=desc&page=3&size=20',
  ])('reads back %j as it was written', (text) => {
    expect(formatListState(read(text), 50)).toBe(text);
  });

  it('takes defaults for what it cannot read', () => {
    expect(read('?view=x&sort=secret&dir=up&page=-4&size=7')).toEqual(read(''));
  });
});

it('turns the direction of the same column and starts another one ascending, on page 1', () => {
  const state = { ...read(''), page: 4 };
  expect(sortedBy(state, 'name')).toMatchObject({ sort: { column: 'name', direction: 'desc' }, page: 1 });
  expect(sortedBy(sortedBy(state, 'name'), 'runtime').sort).toEqual({ column: 'runtime', direction: 'asc' });
});
