import type { ConsoleError } from './console-error.ts';
import { runPrice, type Priced } from './lambda-prices.ts';

/** How many sizes, and how many runs of each, one tuning takes. */
export const tuningSizesMax = 8;
export const tuningRunsMax = 20;
export const tuningDefaults = { sizesMb: [128, 256, 512, 1024, 1769, 3008], runs: 5 } as const;
/** After this long no further run is begun. */
export const tuningMinutesMax = 15;
/** Description of the versions that a tuning publishes, by which those left over are found. */
export const tuningMark = 'Lambdeck memory tuning (temporary)';

/** One run at one size. */
export interface TuningRun {
  readonly memoryMb: number;
  readonly durationMs: number;
  readonly billedMs: number;
  /** Undefined for a warm start. */
  readonly initMs: number | undefined;
  readonly maxMemoryUsedMb: number | undefined;
  /** The error's name; undefined when it went well. */
  readonly error: string | undefined;
}

/** What runs of one size came to. */
export interface SizeResult {
  readonly memoryMb: number;
  readonly runs: number;
  readonly errors: number;
  /** Of the warm starts where there are any. */
  readonly averageMs: number;
  readonly lowestMs: number;
  readonly highestMs: number;
  /** Of the first run, when it was a cold start: its whole time. */
  readonly coldMs: number | undefined;
  readonly maxMemoryUsedMb: number | undefined;
  /** Dollars for a million of such runs. */
  readonly priceOfMillion: number;
}

export type TuningMessage =
  | { readonly kind: 'prepared'; readonly memoryMb: number }
  | { readonly kind: 'restored' }
  | { readonly kind: 'run'; readonly run: TuningRun }
  | { readonly kind: 'end'; readonly end: TuningEnd }
  | { readonly kind: 'failed'; readonly error: ConsoleError };

export interface TuningEnd {
  readonly formerMb: number;
  /** Why not all runs were made. */
  readonly cut: 'time' | 'cancelled' | undefined;
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sums runs up by size, the smallest first. A cold start tells of the first run alone and is left out of averages. */
export function sizeResults(runs: readonly TuningRun[], priced: Omit<Priced, 'memoryMb'>): SizeResult[] {
  const sizes = [...new Set(runs.map(({ memoryMb }) => memoryMb))].sort((a, b) => a - b);
  return sizes.map((memoryMb) => {
    const all = runs.filter((run) => run.memoryMb === memoryMb);
    const warm = all.filter((run) => run.initMs === undefined);
    const counted = warm.length > 0 ? warm : all;
    const times = counted.map(({ durationMs }) => durationMs);
    const cold = all.find((run) => run.initMs !== undefined);
    const used = all.flatMap(({ maxMemoryUsedMb }) => maxMemoryUsedMb ?? []);
    return {
      memoryMb,
      runs: all.length,
      errors: all.filter(({ error }) => error !== undefined).length,
      averageMs: average(times),
      lowestMs: Math.min(...times),
      highestMs: Math.max(...times),
      coldMs: cold && cold.durationMs + (cold.initMs ?? 0),
      maxMemoryUsedMb: used.length > 0 ? Math.max(...used) : undefined,
      priceOfMillion:
        runPrice({ ...priced, memoryMb }, average(counted.map(({ billedMs }) => billedMs))) * 1e6,
    };
  });
}

/** The cheapest, the fastest, and the one where time and price together are lowest; sizes with errors are out. */
export function bestSizes(results: readonly SizeResult[]) {
  const sound = results.filter(({ errors }) => errors === 0);
  const by = (worth: (result: SizeResult) => number) =>
    sound.reduce<SizeResult | undefined>(
      (best, result) => (best === undefined || worth(result) < worth(best) ? result : best),
      undefined,
    )?.memoryMb;
  const lowestPrice = Math.min(...sound.map(({ priceOfMillion }) => priceOfMillion));
  const lowestMs = Math.min(...sound.map(({ averageMs }) => averageMs));
  return {
    cheapest: by(({ priceOfMillion }) => priceOfMillion),
    fastest: by(({ averageMs }) => averageMs),
    // Each counts as a share of the best there is, so that neither unit weighs more.
    balanced: by(
      ({ priceOfMillion, averageMs }) => priceOfMillion / lowestPrice + averageMs / Math.max(lowestMs, 0.01),
    ),
  };
}

/** Sizes out of what is typed: whole numbers, each once, ascending; undefined when something else is among them. */
export function parseSizes(text: string): readonly number[] | undefined {
  const parts = text.split(/[\s,;、]+/).filter(Boolean);
  if (!parts.every((part) => /^\d{1,5}$/.test(part))) return undefined;
  return [...new Set(parts.map(Number))].sort((a, b) => a - b);
}
