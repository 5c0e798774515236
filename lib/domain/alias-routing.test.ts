import { describe, expect, it } from 'vitest';
import { parsePercent, routingShares, toPercent, toWeight } from './alias-routing.ts';
import { isVersionNumber, qualifiedArn, readQualifier } from './qualifier.ts';

describe('weights of an alias', () => {
  it('go to AWS and back without rounding noise', () => {
    for (const percent of [0, 0.01, 5, 28.57, 29, 33.33, 58, 99.99, 100]) {
      expect(toPercent(toWeight(percent))).toBe(percent);
    }
    expect(toWeight(29)).toBe(0.29);
  });
  it('leave the rest to the main version', () => {
    expect(routingShares({ version: '3' })).toEqual([{ version: '3', percent: 100 }]);
    expect(routingShares({ version: '3', second: { version: '4', percent: 0.1 } })).toEqual([
      { version: '3', percent: 99.9 },
      { version: '4', percent: 0.1 },
    ]);
  });
  it.each(['', '-1', '101', '5.123', '1e2', ' ', 'five'])('does not read %j', (text) => {
    expect(parsePercent(text)).toBeNaN();
  });
  it.each([
    ['0', 0],
    ['100', 100],
    ['12.5', 12.5],
  ])('reads %s', (text, percent) => expect(parsePercent(text)).toBe(percent));
});

describe('qualifiers of an address', () => {
  it('are versions and aliases; the working copy has none', () => {
    expect(readQualifier('7')).toBe('7');
    expect(readQualifier('prod-eu_1')).toBe('prod-eu_1');
    for (const value of ['$LATEST', '', 'a b', '../x', undefined, ['1', '2'], 'x'.repeat(129)]) {
      expect(readQualifier(value)).toBeUndefined();
    }
  });
  it('tell a version from an alias', () => {
    expect(isVersionNumber('12')).toBe(true);
    expect(isVersionNumber('v12')).toBe(false);
  });
  it('end an ARN', () => {
    expect(qualifiedArn('arn:f', '3')).toBe('arn:f:3');
    expect(qualifiedArn('arn:f', undefined)).toBe('arn:f');
  });
});
