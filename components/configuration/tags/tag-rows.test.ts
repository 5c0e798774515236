import { expect, it } from 'vitest';
import { newAttribute } from '@/components/patterns/attribute-editor/attribute';
import { tagKeyProblem, tagValueProblem } from './tag-rows';

it.each([
  ['team', undefined],
  ['コスト センター', undefined],
  ['a/b:c=d+e-f@g.h_i', undefined],
  ['', 'empty'],
  ['aws:cloudformation', 'reserved'],
  ['AWS:x', 'reserved'],
  ['a'.repeat(128), undefined],
  ['a'.repeat(129), 'keyLength'],
  ['a,b', 'keyPattern'],
])('the key %j has the problem %s', (key, problem) => {
  const row = newAttribute(key, 'x');
  expect(tagKeyProblem(row, [row], {})).toBe(problem);
});

it('finds keys that stand twice, and leaves the tags of AWS alone', () => {
  const row = newAttribute('team', 'a');
  expect(tagKeyProblem(row, [row, newAttribute('team', 'b')], {})).toBe('duplicate');
  const own = newAttribute('aws:cloudformation:stack-name', 's');
  expect(tagKeyProblem(own, [own], { [own.key]: 's' })).toBeUndefined();
});

it('limits values', () => {
  expect(tagValueProblem(newAttribute('k', ''))).toBeUndefined();
  expect(tagValueProblem(newAttribute('k', 'a'.repeat(257)))).toBe('valueLength');
  expect(tagValueProblem(newAttribute('k', 'a;b'))).toBe('valuePattern');
});
