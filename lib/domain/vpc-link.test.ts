import { expect, it } from 'vitest';
import { linesOfTags, tagsOfLines } from './tag-lines';
import { localTargets } from './vpc-link';

it('reads where a link leads from its tags', () => {
  const tags = {
    team: 'a',
    'lambdeck:target': 'http://a',
    'lambdeck:target/l1': 'http://b',
    'lambdeck:targets': 'c',
  };
  expect(localTargets({ tags })).toEqual([
    { listener: '', address: 'http://a' },
    { listener: 'l1', address: 'http://b' },
  ]);
});

it('writes tags as lines that it reads again', () => {
  const tags = { 'lambdeck:target': 'http://127.0.0.1:8080/a=b', empty: '' };
  expect(tagsOfLines(linesOfTags(tags))).toEqual(tags);
});
