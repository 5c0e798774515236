import { expect, it } from 'vitest';
import { shortcutOf } from './shortcut-list';

it.each([
  ['/', undefined, 'filter'],
  ['g', undefined, 'prefix'],
  ['f', 'g', 'goFunctions'],
  ['c', undefined, 'create'],
  ['c', 'g', 'goConnections'],
  ['3', undefined, 'tab'],
  ['0', undefined, undefined],
  ['z', undefined, undefined],
  ['z', 'g', undefined],
])('reads %s after %s as %s', (key, previous, meaning) => {
  expect(shortcutOf(key, previous)).toBe(meaning);
});
