import { describe, expect, it } from 'vitest';
import { badLine, fillPath, missingVariables, readHeaderLines, readVariableLines } from './test-call';

describe('a test of a method', () => {
  it('fills the path and adds the query', () => {
    expect(fillPath('/orders/{id}', { id: 'a b/c' }, '?x=1&x=2')).toBe('/orders/a%20b%2Fc?x=1&x=2');
    expect(fillPath('/{proxy+}', { proxy: 'a/b c' }, '')).toBe('/a/b%20c');
    expect(missingVariables('/a/{b}/{c+}', { b: '1' })).toEqual(['c']);
  });
  it('reads headers with repeated names', () => {
    expect(readHeaderLines('Accept: */*\n\nX-A: 1\nX-A: 2')).toEqual({ Accept: ['*/*'], 'X-A': ['1', '2'] });
    expect(badLine(readHeaderLines('Accept: x\nno header'))).toBe(2);
  });
  it('reads variables, one of them called line', () => {
    expect(readVariableLines('alias = prod\nline=1')).toEqual({ alias: 'prod', line: '1' });
    expect(badLine(readVariableLines('line = 1'))).toBeUndefined();
    expect(badLine(readVariableLines('oops'))).toBe(1);
  });
});
