import { describe, expect, it } from 'vitest';
import { runPrice } from './lambda-prices.ts';
import { bestSizes, parseSizes, sizeResults, type TuningRun } from './memory-tuning.ts';

const run = (memoryMb: number, durationMs: number, more: Partial<TuningRun> = {}): TuningRun => ({
  memoryMb,
  durationMs,
  billedMs: Math.ceil(durationMs),
  initMs: undefined,
  maxMemoryUsedMb: 60,
  error: undefined,
  ...more,
});
const priced = { architecture: 'x86_64', ephemeralStorageMb: 512 };

describe('prices', () => {
  it('asks for memory by time, and for each request', () => {
    // A million runs of one second with 1 GB: 16.6667 dollars and 0.2 for the requests.
    expect(runPrice({ ...priced, memoryMb: 1024 }, 1_000) * 1e6).toBeCloseTo(16.8667, 4);
    expect(runPrice({ ...priced, architecture: 'arm64', memoryMb: 1024 }, 1_000) * 1e6).toBeCloseTo(
      13.5334,
      4,
    );
  });
  it('asks for storage above 512 MB alone', () => {
    const more = runPrice({ ...priced, memoryMb: 1024, ephemeralStorageMb: 512 + 1024 }, 1_000);
    expect((more - runPrice({ ...priced, memoryMb: 1024 }, 1_000)) * 1e6).toBeCloseTo(0.0309, 6);
  });
});

describe('results of sizes', () => {
  it('leaves cold starts out of the average where there are warm ones', () => {
    const [result] = sizeResults([run(128, 300, { initMs: 200 }), run(128, 100), run(128, 120)], priced);
    expect(result).toMatchObject({ runs: 3, averageMs: 110, lowestMs: 100, highestMs: 120, coldMs: 500 });
    expect(sizeResults([run(128, 300, { initMs: 200 })], priced)[0]).toMatchObject({ averageMs: 300 });
  });
  it('finds the cheapest, the fastest and the balance of both', () => {
    const results = sizeResults([run(1024, 98), run(128, 800), run(512, 100), run(256, 390)], priced);
    expect(results.map(({ memoryMb }) => memoryMb)).toEqual([128, 256, 512, 1024]);
    expect(bestSizes(results)).toEqual({ cheapest: 512, fastest: 1024, balanced: 512 });
  });
  it('recommends no size with errors', () => {
    const results = sizeResults([run(128, 1, { error: 'Runtime.ExitError' }), run(256, 50)], priced);
    expect(bestSizes(results)).toEqual({ cheapest: 256, fastest: 256, balanced: 256 });
    expect(bestSizes(results.slice(0, 1))).toEqual({
      cheapest: undefined,
      fastest: undefined,
      balanced: undefined,
    });
  });
});

it('reads sizes however they are parted, each once', () => {
  expect(parseSizes('512, 128 256;128')).toEqual([128, 256, 512]);
  expect(parseSizes('')).toEqual([]);
  expect(parseSizes('128, big')).toBeUndefined();
});
