import { describe, expect, it } from 'vitest';
import { patchMap, patchMember, patchSet, patchValues, pointer } from './patch';

describe('patches', () => {
  it('writes slashes and tildes as JSON pointers do', () => {
    expect(pointer('application/json')).toBe('application~1json');
    expect(pointer('~/x')).toBe('~0~1x');
  });
  it('names only a member that changed', () => {
    expect(patchMember('/a', 'x', 'x')).toEqual([]);
    expect(patchMember('/a', null, '')).toEqual([]);
    expect(patchMember('/a', 'x', 'y')).toEqual([{ op: 'replace', path: '/a', value: 'y' }]);
    expect(patchMember('/a', 'x', null)).toEqual([{ op: 'replace', path: '/a', value: '' }]);
    expect(patchMember('/a', 'x', '', 'remove')).toEqual([{ op: 'remove', path: '/a' }]);
  });
  it('adds, replaces and removes entries', () => {
    expect(
      patchMap('/m', { gone: '1', same: '2', other: '3' }, { same: '2', other: '4', 'a/b': '5' }),
    ).toEqual([
      { op: 'remove', path: '/m/gone' },
      { op: 'replace', path: '/m/other', value: '4' },
      { op: 'add', path: '/m/a~1b', value: '5' },
    ]);
  });
  it('names the members of lists by path or by value', () => {
    expect(patchSet('/l', ['image/png'], ['a'])).toEqual([
      { op: 'remove', path: '/l/image~1png' },
      { op: 'add', path: '/l/a' },
    ]);
    expect(patchValues('/l', ['a', 'b'], ['b', 'c'])).toEqual([
      { op: 'remove', path: '/l', value: 'a' },
      { op: 'add', path: '/l', value: 'c' },
    ]);
  });
});
