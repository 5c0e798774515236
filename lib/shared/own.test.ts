import { expect, it } from 'vitest';
import { own } from './own.ts';

it('finds what is in the table, and nothing that every object inherits', () => {
  expect(own({ a: 1 }, 'a')).toBe(1);
  for (const name of ['b', 'constructor', '__proto__', 'toString'])
    expect(own({ a: 1 }, name)).toBeUndefined();
});
