import type { Metrics } from '../../services/cloudwatch/index.ts';

/** For tests: keeps what was counted, by the dimensions that it counts under. */
export function createCountedMetrics() {
  const sums = new Map<string, Record<string, number>>();
  const metrics: Metrics = {
    meter: ({ namespace, dimensionSets }) => ({
      add(name, _unit, value) {
        for (const set of dimensionSets) {
          const id = [namespace, ...set.map((one) => `${one.name}=${one.value}`)].join(' ');
          const known = sums.get(id) ?? {};
          sums.set(id, { ...known, [name]: (known[name] ?? 0) + value });
        }
      },
    }),
  };
  return {
    metrics,
    /** What was added under these dimensions, by the name of the metric. */
    sums: (...dimensions: readonly string[]): Readonly<Record<string, number>> =>
      sums.get(['AWS/ApiGateway', ...dimensions].join(' ')) ?? {},
    get sets(): readonly string[] {
      return [...sums.keys()];
    },
  };
}
