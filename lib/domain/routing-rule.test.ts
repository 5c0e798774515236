import { expect, it } from 'vitest';
import { headerLine, readHeaderLine } from './routing-rule';

it('writes the headers of a condition in a line, and reads it', () => {
  const condition = [
    { name: 'x-version', glob: '*beta*' },
    { name: 'Accept', glob: 'image/webp' },
  ];
  expect(headerLine(condition)).toBe('x-version: *beta* || Accept: image/webp');
  expect(readHeaderLine(headerLine(condition))).toEqual(condition);
  expect(readHeaderLine('a:b c')).toEqual([{ name: 'a', glob: 'b c' }]);
});

it('refuses what is no header and value, or has a star inside', () => {
  for (const line of ['', 'x-version', 'x version: a', 'a: b*c', 'a: ', 'a: b || c'])
    expect(readHeaderLine(line)).toBeUndefined();
});
