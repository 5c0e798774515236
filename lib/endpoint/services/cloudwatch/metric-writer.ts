import { sortDimensions, type Dimension, type MetricKey, type Place } from './records.ts';
import type { MetricsRepository } from './repository.ts';
import { addValue, emptyTally, type Tally } from './tally.ts';

/** Where values of one thing go, e.g. of one function: each value counts under every one of its dimension sets. */
export interface MeterTarget extends Place {
  readonly namespace: string;
  /** `[]` stands for the metric without dimensions. */
  readonly dimensionSets: readonly (readonly Dimension[])[];
}

/** Made once for a thing and kept by its owner; values cost no lookup of names. */
export interface Meter {
  /** Adds a value that came `count` times (once by default). Never throws. */
  add(name: string, unit: string, value: number, timestampMs: number, count?: number): void;
}

/** The door through which the other parts of the endpoint count. */
export interface Metrics {
  meter(target: MeterTarget): Meter;
}

export interface MetricWriter extends Metrics {
  /** Writes everything added so far. Throws when the disk does. */
  flush(): void;
  /** Writes tallies of single minutes; says how many were of new metrics for which there is no room. In a transaction. */
  put(values: Iterable<MinuteValue>): number;
  close(): void;
}

export interface MinuteValue {
  readonly key: MetricKey;
  readonly unit: string;
  /** Its beginning, in seconds since 1970. */
  readonly minute: number;
  readonly tally: Tally;
}

interface Pending {
  readonly target: MeterTarget;
  readonly name: string;
  readonly unit: string;
  readonly minute: number;
  readonly tally: Tally;
}

const flushDelayMs = 5000;
const pendingMax = 10_000;
/** More metrics than this are not taken: names made of request ids would fill the disk. */
export const metricsMax = 50_000;

/**
 * Values are added up in memory for each (thing, metric, minute) and written every five seconds, at 10,000 entries or
 * before a read, whichever comes first. The death of the program loses the last five seconds.
 */
export function createMetricWriter(options: {
  readonly repository: MetricsRepository;
  readonly onLost: (count: number, error: unknown) => void;
  /** For tests. */
  readonly countMax?: number;
}): MetricWriter {
  const { repository, onLost, countMax = metricsMax } = options;
  let pending: Pending[] = [];
  let generation = 0;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function put(values: Iterable<MinuteValue>): number {
    let left = countMax - repository.countMetrics();
    let refused = 0;
    for (const { key, unit, minute, tally } of values) {
      if (!repository.hasMetric(key)) {
        if (left <= 0) {
          refused += 1;
          continue;
        }
        left -= 1;
      }
      const metricId = repository.touchMetric(key, minute * 1000);
      repository.addToBucket({ metricId, period: 60, start: minute, unit, tally });
    }
    return refused;
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (pending.length === 0) return;
    const batch = pending;
    pending = [];
    generation += 1;
    let refused: number;
    try {
      refused = repository.transaction(() => put(valuesOf(batch)));
    } catch (error) {
      repository.forgetIds();
      onLost(batch.length, error);
      throw error;
    }
    if (refused > 0) onLost(refused, new Error(`there are ${countMax} metrics already`));
  }

  function flushQuietly(): void {
    try {
      flush();
    } catch {
      // onLost has been told; counting must not fail what is counted.
    }
  }

  return {
    meter(given) {
      const target = { ...given, dimensionSets: given.dimensionSets.map(sortDimensions) };
      /** Entries of this generation; older ones have been written. */
      const entries = new Map<string, Pending>();
      let known = generation;
      return {
        add(name, unit, value, timestampMs, count = 1) {
          if (isClosed || !Number.isFinite(value)) return;
          if (known !== generation) {
            entries.clear();
            known = generation;
          }
          const minute = Math.floor(timestampMs / 60_000) * 60;
          let entry = entries.get(name);
          if (entry?.minute !== minute) {
            entry = { target, name, unit, minute, tally: emptyTally() };
            entries.set(name, entry);
            pending.push(entry);
            timer ??= setTimeout(flushQuietly, flushDelayMs).unref();
          }
          addValue(entry.tally, value, count);
          if (pending.length >= pendingMax) flushQuietly();
        },
      };
    },
    flush,
    put,
    close() {
      flushQuietly();
      isClosed = true;
    },
  };
}

function* valuesOf(batch: readonly Pending[]): Generator<MinuteValue> {
  for (const { target, name, unit, minute, tally } of batch) {
    const { accountId, region, namespace } = target;
    for (const dimensions of target.dimensionSets)
      yield { key: { accountId, region, namespace, name, dimensions }, unit, minute, tally };
  }
}
