import { describe, expect, it } from 'vitest';
import { daysMeasured, estimateMonth } from './cost-estimate.ts';

const priced = { architecture: 'x86_64', memoryMb: 1024, ephemeralStorageMb: 512 };
const use = { days: 30, invocations: 3_000_000, durationMs: 360_000_000, provisionedInvocations: 0 };

describe('a month', () => {
  it('costs requests, and memory by time', () => {
    const cost = estimateMonth(use, priced, 0);
    expect(cost.requests).toBeCloseTo(0.6, 6);
    expect(cost.duration).toBeCloseTo(6.000012, 6);
    expect(cost).toMatchObject({ storage: 0, provisioned: 0 });
    expect(cost.total).toBeCloseTo(6.600012, 6);
    expect(estimateMonth(use, { ...priced, architecture: 'arm64' }, 0).duration).toBeCloseTo(4.800024, 6);
  });
  it('is reckoned from fewer days where there are no more', () => {
    expect(estimateMonth({ ...use, days: 3 }, priced, 0).requests).toBeCloseTo(6, 6);
  });
  it('costs storage above 512 MB', () => {
    const cost = estimateMonth(use, { ...priced, ephemeralStorageMb: 10_240 }, 0);
    expect(cost.storage).toBeCloseTo(360_000 * 9.5 * 0.0000000309, 8);
  });
  it('costs environments that are kept ready, whose runs cost less', () => {
    const cost = estimateMonth({ ...use, provisionedInvocations: 3_000_000 }, priced, 10);
    expect(cost.provisioned).toBeCloseTo(10 * 2_592_000 * 0.0000041667, 4);
    expect(cost.duration).toBeCloseTo(360_000 * 0.0000097222, 6);
  });
  it('costs nothing when nothing ran', () => {
    const none = { days: 1, invocations: 0, durationMs: 0, provisionedInvocations: 0 };
    expect(estimateMonth(none, priced, 0).total).toBe(0);
  });
});

it('counts days from the first value', () => {
  const day = 86_400_000;
  expect(daysMeasured([], 5 * day)).toBeUndefined();
  expect(daysMeasured([5 * day - 10], 5 * day)).toBe(1);
  expect(daysMeasured([4 * day, 2.5 * day], 5 * day)).toBe(3);
  expect(daysMeasured([0], 90 * day)).toBe(30);
});
