import { describe, expect, it } from 'vitest';
import { aliasChanges, aliasProblems, newAlias, rebaseAlias, routingText, toDraft } from './alias-values';

const saved = { name: 'prod', description: 'Live', version: '3', second: { version: '4', percent: 10 } };
const draft = toDraft(saved);

describe('changes of an alias', () => {
  it('are none for what was read', () => expect(aliasChanges(saved, draft)).toEqual({}));
  it('say that the second version goes', () => {
    expect(aliasChanges(saved, { ...draft, second: '' })).toEqual({ second: null });
  });
  it('carry the second version whole when its weight changes', () => {
    expect(aliasChanges(saved, { ...draft, percent: '25' })).toEqual({
      second: { version: '4', percent: 25 },
    });
  });
  it('of a new one hold what differs from an empty one', () => {
    expect(aliasChanges(newAlias('2'), { ...toDraft(newAlias('2')), name: 'prod' })).toEqual({});
  });
  it('lie on top of what somebody else saved', () => {
    const theirs = { ...saved, description: 'Theirs', version: '9' };
    expect(rebaseAlias({ ...draft, percent: '25' }, saved, theirs)).toEqual({
      name: 'prod',
      description: 'Theirs',
      version: '9',
      second: '4',
      percent: '25',
    });
  });
});

describe('problems of an alias', () => {
  it.each([
    ['a name of digits', { name: '12' }, { name: 'namePattern' }],
    ['a name with spaces', { name: 'a b' }, { name: 'namePattern' }],
    ['no version', { version: '', second: '' }, { version: 'versionMissing' }],
    ['weights on $LATEST', { version: '$LATEST' }, { second: 'additionalLatest' }],
    ['the same version twice', { second: '3' }, { second: 'additionalSame' }],
    ['a weight that is none', { percent: '1O' }, { second: 'weightBad' }],
    ['a weight above 100 %', { percent: '100.5' }, { second: 'weightBad' }],
  ])('%s', (_, part, problem) => {
    expect(aliasProblems({ ...draft, ...part }, true)).toEqual(problem);
  });
  it('are none for one that is complete, nor for a name not typed yet', () => {
    expect(aliasProblems(draft, true)).toEqual({});
    expect(aliasProblems({ ...draft, name: '' }, true)).toEqual({});
  });
  it('leave the name of an existing alias alone', () => {
    expect(aliasProblems({ ...draft, name: '12' }, false)).toEqual({});
  });
});

it('says where calls go', () => {
  const share = ({ version, percent }: { version: string; percent: number }) => `${version}: ${percent} %`;
  expect(routingText(saved, share)).toBe('3: 90 % · 4: 10 %');
  expect(routingText({ version: '3' }, share)).toBe('3');
});
