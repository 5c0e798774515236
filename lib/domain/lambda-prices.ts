/**
 * List prices of Lambda in US East (N. Virginia), in US dollars, without free tier, savings plans or volume tiers.
 * Source: https://aws.amazon.com/lambda/pricing/ and AWS's price list for AWSLambda in us-east-1, in force since
 * 2025-10-01. Other Regions differ by up to about a third; what they cost is not kept here. Unconfirmed: the two
 * prices of provisioned concurrency.
 */
export const lambdaPrices = {
  region: 'us-east-1',
  inForceSince: '2025-10-01',
  source: 'https://aws.amazon.com/lambda/pricing/',
  perRequest: 0.2 / 1_000_000,
  /** For each GB of memory and second. */
  duration: { x86_64: 0.0000166667, arm64: 0.0000133334 },
  /** For each GB of memory and second that is kept ready. */
  provisioned: { x86_64: 0.0000041667, arm64: 0.0000033334 },
  /** For each GB of memory and second of running on what is kept ready. */
  provisionedDuration: { x86_64: 0.0000097222, arm64: 0.0000077778 },
  /** For each GB of /tmp above what is free, and second. */
  ephemeralStorage: 0.0000000309,
  ephemeralFreeMb: 512,
} as const;

export interface Priced {
  readonly architecture: string;
  readonly memoryMb: number;
  readonly ephemeralStorageMb: number;
}

const architectureOf = ({ architecture }: Priced) => (architecture === 'arm64' ? 'arm64' : 'x86_64');
const gb = (mb: number) => mb / 1024;

/** Dollars for the time that runs are billed for, without what is asked for each request. */
export function durationPrice(priced: Priced, billedMs: number): number {
  return (billedMs / 1_000) * gb(priced.memoryMb) * lambdaPrices.duration[architectureOf(priced)];
}

/** Dollars for storage above what is free, over the time that runs are billed for. */
export function storagePrice(priced: Priced, billedMs: number): number {
  const aboveMb = Math.max(0, priced.ephemeralStorageMb - lambdaPrices.ephemeralFreeMb);
  return (billedMs / 1_000) * gb(aboveMb) * lambdaPrices.ephemeralStorage;
}

/** Dollars for one run that is billed for so long. */
export function runPrice(priced: Priced, billedMs: number): number {
  return lambdaPrices.perRequest + durationPrice(priced, billedMs) + storagePrice(priced, billedMs);
}
