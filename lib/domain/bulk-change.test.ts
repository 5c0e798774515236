import { describe, expect, it } from 'vitest';
import { isBulkChangeValid, previewOf, type BulkChange, type BulkTarget } from './bulk-change.ts';

const now = new Date('2026-11-28T00:00:00Z');
const target: BulkTarget = {
  name: 'orders',
  arn: 'arn:aws:lambda:us-east-1:000000000000:function:orders',
  packageType: 'Zip',
  runtime: 'nodejs20.x',
  memoryMb: 128,
  timeoutSeconds: 3,
  tags: { team: 'red' },
  logGroup: '/aws/lambda/orders',
  retentionDays: null,
};
const preview = (change: BulkChange, of: Partial<BulkTarget> = {}) =>
  previewOf({ ...target, ...of }, change, now);

describe('what a change would do', () => {
  it('tells before and after', () => {
    expect(preview({ kind: 'memory', memoryMb: 512 })).toEqual({
      name: 'orders',
      before: '128 MB',
      after: '512 MB',
      outcome: 'changes',
    });
    expect(preview({ kind: 'timeout', timeoutSeconds: 3 }).outcome).toBe('same');
    expect(preview({ kind: 'tag', key: 'team', value: 'blue' })).toMatchObject({
      before: 'team=red',
      after: 'team=blue',
      outcome: 'changes',
    });
    expect(preview({ kind: 'untag', key: 'none' }).outcome).toBe('same');
    expect(preview({ kind: 'untag', key: 'team' })).toMatchObject({ before: 'team=red', outcome: 'changes' });
    expect(preview({ kind: 'retention', days: null }).outcome).toBe('same');
    expect(preview({ kind: 'delete' }).outcome).toBe('changes');
  });

  it('changes what it does not know the state of', () => {
    expect(preview({ kind: 'untag', key: 'team' }, { tags: undefined })).toMatchObject({
      before: undefined,
      outcome: 'changes',
    });
    expect(preview({ kind: 'retention', days: 7 }, { retentionDays: undefined }).outcome).toBe('changes');
  });

  it.each([
    ['image', { kind: 'runtime', runtime: 'nodejs24.x' }, { packageType: 'Image', runtime: '' }],
    ['language', { kind: 'runtime', runtime: 'python3.14' }, {}],
    [
      'too-many-tags',
      { kind: 'tag', key: 'new', value: '' },
      { tags: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, ''])) },
    ],
  ] as const)('foresees a refusal: %s', (refusal, change, of) => {
    expect(preview(change, of)).toMatchObject({ outcome: 'refused', refusal });
  });

  it('foresees that a runtime takes no updates any more', () => {
    const later = new Date('2028-01-01T00:00:00Z');
    expect(previewOf(target, { kind: 'runtime', runtime: 'nodejs18.x' }, later).refusal).toBe(
      'runtime-blocked',
    );
  });
});

it.each([
  [{ kind: 'memory', memoryMb: 127 }, false],
  [{ kind: 'memory', memoryMb: 128 }, true],
  [{ kind: 'memory', memoryMb: 10_240 }, true],
  [{ kind: 'memory', memoryMb: 10_241 }, false],
  [{ kind: 'memory', memoryMb: Number.NaN }, false],
  [{ kind: 'timeout', timeoutSeconds: 0 }, false],
  [{ kind: 'timeout', timeoutSeconds: 900 }, true],
  [{ kind: 'timeout', timeoutSeconds: 1.5 }, false],
  [{ kind: 'tag', key: '', value: 'x' }, false],
  [{ kind: 'tag', key: 'AWS:x', value: 'x' }, false],
  [{ kind: 'tag', key: 'x', value: '' }, true],
  [{ kind: 'untag', key: '' }, false],
  [{ kind: 'retention', days: 2 }, false],
  [{ kind: 'retention', days: 7 }, true],
  [{ kind: 'retention', days: null }, true],
  [{ kind: 'runtime', runtime: '' }, false],
  [{ kind: 'delete' }, true],
] as const)('knows whether AWS would take it: %j', (change, isValid) => {
  expect(isBulkChangeValid(change)).toBe(isValid);
});
