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
  /** Writes one metric's tally of one minute; used inside `transaction`. */
  put(key: MetricKey, unit: string, minute: number, tally: Tally): void;
  close(): void;
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
}): MetricWriter {
  const { repository, onLost } = options;
  let pending: Pending[] = [];
  let generation = 0;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let metricsLeft = metricsMax - repository.countMetrics();

  function put(key: MetricKey, unit: string, minute: number, tally: Tally): void {
    if (metricsLeft <= 0 && !repository.findMetric(key)) throw new Error(`more than ${metricsMax} metrics`);
    const metricId = repository.touchMetric(key, minute * 1000);
    repository.addToBucket({ metricId, period: 60, start: minute, unit, tally });
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (pending.length === 0) return;
    const batch = pending;
    pending = [];
    generation += 1;
    try {
      repository.transaction(() => {
        for (const { target, name, unit, minute, tally } of batch) {
          const { accountId, region, namespace } = target;
          for (const dimensions of target.dimensionSets)
            put({ accountId, region, namespace, name, dimensions }, unit, minute, tally);
        }
      });
      metricsLeft = metricsMax - repository.countMetrics();
    } catch (error) {
      repository.forgetIds();
      onLost(batch.length, error);
      throw error;
    }
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
