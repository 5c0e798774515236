import { expect, it } from 'vitest';
import { formatBytes } from './bytes.ts';

it.each([
  [0, '0 B'],
  [162, '162 B'],
  [1_023, '1,023 B'],
  [1_024, '1 KB'],
  [1_434, '1.4 KB'],
  [4_096, '4 KB'],
  [512 * 1_024, '512 KB'],
  [1_024 * 1_024 - 1, '1 MB'],
  [3 * 1_024 * 1_024, '3 MB'],
  [52_428_800, '50 MB'],
  [5 * 1_024 ** 4, '5,120 GB'],
])('%i is %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
