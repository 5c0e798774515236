/** A rate with a burst, as AWS throttles: one bucket a key, filled as time passes. */
export interface Throttle {
  /** Takes one token; false when there is none. */
  take(key: string, limit: { readonly ratePerSecond: number; readonly burst: number }): boolean;
}

interface Bucket {
  tokens: number;
  filledMs: number;
}

/** Buckets kept; the one used longest ago makes room, which only ever lets more through. */
const bucketsMax = 10_000;

export function createThrottle(now: () => number): Throttle {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, { ratePerSecond, burst }) {
      const nowMs = now();
      const bucket = buckets.get(key) ?? { tokens: burst, filledMs: nowMs };
      buckets.delete(key);
      buckets.set(key, bucket);
      const gained = (Math.max(0, nowMs - bucket.filledMs) * ratePerSecond) / 1000;
      bucket.tokens = Math.min(burst, bucket.tokens + gained);
      bucket.filledMs = nowMs;
      if (buckets.size > bucketsMax) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };
}

interface RouteLimits {
  readonly ThrottlingRateLimit?: number | undefined;
  readonly ThrottlingBurstLimit?: number | undefined;
}

/** AWS's limits of an account, which no setting goes above. */
const accountRate = 10_000;
const accountBurst = 5_000;

/**
 * The limit of a route: its own settings, else the stage's, else the account's. A limit that names one of the two has
 * the account's value for the other.
 */
export function routeLimit(
  settings: {
    readonly DefaultRouteSettings?: RouteLimits | undefined;
    readonly RouteSettings?: Readonly<Record<string, RouteLimits>> | undefined;
  },
  routeKey: string,
): { readonly ratePerSecond: number; readonly burst: number } {
  const own = settings.RouteSettings?.[routeKey];
  const shared = settings.DefaultRouteSettings;
  return {
    ratePerSecond: Math.min(
      accountRate,
      own?.ThrottlingRateLimit ?? shared?.ThrottlingRateLimit ?? accountRate,
    ),
    burst: Math.min(accountBurst, own?.ThrottlingBurstLimit ?? shared?.ThrottlingBurstLimit ?? accountBurst),
  };
}
