/** How an account's concurrent executions are divided. AWS keeps the last 100 for functions without a reservation. */
export const unreservedMin = 100;

export interface AccountConcurrency {
  /** What all functions of the Region may run at one time. */
  readonly limit: number;
  /** What no function has reserved. */
  readonly unreserved: number;
}

export interface ConcurrencyShares {
  readonly others: number;
  readonly own: number;
  /** Unreserved, and can still be reserved. */
  readonly free: number;
  /** Stays unreserved. */
  readonly last: number;
}

/** The parts of the limit, which add up to it. `own` is what this function has reserved, if anything. */
export function concurrencyShares(
  { limit, unreserved }: AccountConcurrency,
  own: number | undefined,
): ConcurrencyShares {
  const last = Math.min(unreservedMin, unreserved);
  const mine = own ?? 0;
  return { others: Math.max(0, limit - unreserved - mine), own: mine, free: unreserved - last, last };
}

/** The most that this function can reserve. */
export function reservableMax(account: AccountConcurrency, own: number | undefined): number {
  const { free } = concurrencyShares(account, own);
  return free + (own ?? 0);
}

/** US East (N. Virginia), x86: dollars for a GB that is kept ready for a second. */
const provisionedGbSecondDollars = 0.0000041667;
const secondsAMonth = 30 * 24 * 3_600;

/** What environments cost that are kept ready for a month, invocations left out; whole dollars, 0 for no number. */
export function provisionedDollarsAMonth(count: number, memoryMb: number): number {
  if (!Number.isFinite(count) || count <= 0) return 0;
  return Math.ceil(count * (memoryMb / 1_024) * secondsAMonth * provisionedGbSecondDollars);
}
