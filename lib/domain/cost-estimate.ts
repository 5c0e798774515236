import { durationPrice, lambdaPrices, storagePrice, type Priced } from './lambda-prices.ts';

/** What the metrics of a function say of the days they cover. */
export interface MeasuredUse {
  /** Days from the first value to now, at most 30. */
  readonly days: number;
  readonly invocations: number;
  /** All runs together. */
  readonly durationMs: number;
  /** Runs on provisioned concurrency, out of `invocations`. */
  readonly provisionedInvocations: number;
}

export interface CostEstimate {
  readonly requests: number;
  readonly duration: number;
  readonly storage: number;
  /** Environments that are kept ready. */
  readonly provisioned: number;
  readonly total: number;
}

export const daysOfMonth = 30;
const secondsOfMonth = daysOfMonth * 24 * 60 * 60;

/**
 * Dollars of thirty days that are like the days measured. Left out, because metrics do not tell them apart: the free
 * tier, rounding up to whole milliseconds, initialization, data transfer, and versions whose memory differs.
 */
export function estimateMonth(use: MeasuredUse, priced: Priced, provisionedCount: number): CostEstimate {
  const factor = daysOfMonth / Math.max(use.days, 1);
  const durationMs = use.durationMs * factor;
  const share = use.invocations > 0 ? Math.min(1, use.provisionedInvocations / use.invocations) : 0;
  const architecture = priced.architecture === 'arm64' ? 'arm64' : 'x86_64';
  const gb = priced.memoryMb / 1024;
  const requests = use.invocations * factor * lambdaPrices.perRequest;
  const duration =
    durationPrice(priced, durationMs * (1 - share)) +
    ((durationMs * share) / 1_000) * gb * lambdaPrices.provisionedDuration[architecture];
  const storage = storagePrice(priced, durationMs);
  const provisioned = provisionedCount * gb * secondsOfMonth * lambdaPrices.provisioned[architecture];
  return { requests, duration, storage, provisioned, total: requests + duration + storage + provisioned };
}

/** Whole days from the first value to now, at least one and at most those of a month; undefined without a value. */
export function daysMeasured(timesMs: readonly number[], nowMs: number): number | undefined {
  if (timesMs.length === 0) return undefined;
  const days = Math.ceil((nowMs - Math.min(...timesMs)) / 86_400_000);
  return Math.min(daysOfMonth, Math.max(1, days));
}
