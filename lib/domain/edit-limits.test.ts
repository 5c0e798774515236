import { describe, expect, it } from 'vitest';
import { editLimits, isCompiledRuntime, readOnlyReason } from './edit-limits.ts';

const small = { packageType: 'Zip', zipBytes: 1_000, unpackedBytes: 4_000, entries: 3 } as const;

describe('readOnlyReason', () => {
  it('lets a small package be edited', () => {
    expect(readOnlyReason(small)).toBeUndefined();
    expect(readOnlyReason({ packageType: 'Zip', zipBytes: editLimits.zipBytesMax })).toBeUndefined();
  });

  it.each([
    ['image', { ...small, packageType: 'Image' as const }],
    ['zip-too-large', { ...small, zipBytes: editLimits.zipBytesMax + 1 }],
    ['not-listable', { ...small, zipBytes: editLimits.listableZipBytesMax + 1 }],
    ['unpacked-too-large', { ...small, unpackedBytes: editLimits.unpackedBytesMax + 1 }],
    ['too-many-entries', { ...small, entries: editLimits.entriesMax + 1 }],
  ])('names %s', (reason, measure) => {
    expect(readOnlyReason(measure)).toBe(reason);
  });

  it('names the image first: sizes of an image say nothing about a package', () => {
    expect(readOnlyReason({ packageType: 'Image', zipBytes: editLimits.listableZipBytesMax * 2 })).toBe(
      'image',
    );
  });
});

describe('isCompiledRuntime', () => {
  it.each(['java21', 'dotnet8', 'provided.al2023', 'go1.x'])('%s is compiled', (runtime) => {
    expect(isCompiledRuntime(runtime)).toBe(true);
  });
  it.each(['nodejs24.x', 'python3.13', 'ruby3.4', undefined])('%s is not', (runtime) => {
    expect(isCompiledRuntime(runtime)).toBe(false);
  });
});
