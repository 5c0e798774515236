import { expect, it } from 'vitest';
import { levelOf } from './logs.ts';

it.each([
  ['START RequestId: 1 Version: $LATEST', 'platform'],
  ['REPORT RequestId: 1\tDuration: 1 ms', 'platform'],
  ['2026-11-01T10:00:00.000Z\t7b1e9f04-52c4\tERROR\tno stock', 'error'],
  ['2026-11-01T10:00:00.000Z\t7b1e9f04-52c4\tWARN\tlow stock', 'warn'],
  ['[INFO]\t2026-11-01T10:00:00.000Z\tid\tsummed', 'info'],
  ['{"level":"DEBUG","message":"x"}', 'debug'],
  ['2026-11-01T10:00:00.000Z 7b1e Task timed out after 3.00 seconds', 'error'],
  ['plain words', 'none'],
] as const)('%s: %s', (text, level) => {
  expect(levelOf(text)).toBe(level);
});
