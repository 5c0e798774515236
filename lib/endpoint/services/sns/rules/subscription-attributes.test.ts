import { expect, test } from 'vitest';
import { filterOf } from './subscription-attributes.ts';

test('a filter policy is compiled once for each scope, however many messages ask it', () => {
  const filterFor = (FilterPolicyScope?: string) =>
    filterOf({
      attributes: {
        FilterPolicy: '{"kind":["a"]}',
        ...(FilterPolicyScope !== undefined && { FilterPolicyScope }),
      },
    });
  expect(filterFor()).toBe(filterFor());
  expect(filterFor('MessageBody')).not.toBe(filterFor());
  expect(filterFor('MessageBody')?.matches('{"kind":"a"}', {})).toBe(true);
  expect(filterFor()?.matches('{"kind":"a"}', {})).toBe(false);
});
