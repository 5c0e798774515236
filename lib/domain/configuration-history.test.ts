import { describe, expect, it } from 'vitest';
import { changesOf, formerValues, restorationOf, versionChanges } from './configuration-history.ts';

describe('an audited change', () => {
  it('is told from what it was to what it became', () => {
    const after = { memoryMb: 512, timeoutSeconds: 3 };
    const details = { ...after, ...formerValues({ memoryMb: 128, timeoutSeconds: 3, role: 'r' }, after) };
    expect(details).toEqual({ memoryMb: 512, timeoutSeconds: 3, 'was.memoryMb': 128 });
    expect(changesOf(details)).toEqual([{ field: 'memoryMb', from: 128, to: 512 }]);
  });
  it('of an older console has no former values', () => {
    expect(changesOf({ section: 'vpc', subnets: '', names: ['A', 'B'] })).toEqual([
      { field: 'subnets', from: undefined, to: '' },
      { field: 'names', from: undefined, to: 'A, B' },
    ]);
  });
});

it('tells the fields in which two versions differ', () => {
  expect(
    versionChanges({ memoryMb: 128, handler: 'a' }, { memoryMb: 256, handler: 'a', runtime: 'x' }),
  ).toEqual([
    { field: 'memoryMb', from: 128, to: 256 },
    { field: 'runtime', from: undefined, to: 'x' },
  ]);
});

describe('the way back', () => {
  const change = { field: 'memoryMb', from: 128, to: 512 };
  it('proposes the former value to the edit page of its section', () => {
    expect(restorationOf(change, [change], { memoryMb: 512 })).toEqual({
      section: 'general',
      values: { memoryMb: '128' },
    });
  });
  it('takes what belongs together', () => {
    const vpc = [
      { field: 'vpc', from: 'vpc-1', to: '' },
      { field: 'subnets', from: 'subnet-1', to: '' },
    ];
    expect(
      restorationOf({ field: 'subnets', from: 'subnet-1', to: '' }, [...vpc, change], {})?.values,
    ).toEqual({
      vpc: 'vpc-1',
      subnets: 'subnet-1',
    });
  });
  it('is not there for what is in use, unknown, or edited elsewhere', () => {
    expect(restorationOf(change, [change], { memoryMb: 128 })).toBeUndefined();
    expect(restorationOf({ ...change, from: undefined }, [], {})).toBeUndefined();
    expect(restorationOf({ field: 'code', from: 'a', to: 'b' }, [], {})).toBeUndefined();
  });
});
