/**
 * Amazon CloudWatch metrics: what functions and APIs of this endpoint count, and what programs put.
 *
 * Gaps: alarms, dashboards, metric streams, anomaly detection, Metrics Insights (`SELECT …`), tags; metrics of less than
 * a minute (`StorageResolution` 1 is taken and kept by the minute, a `Period` under 60 is refused); math functions other
 * than ABS, AVG, CEIL, FILL, FLOOR, IF, MAX, METRICS, MIN, PERIOD, SEARCH and SUM; OR, NOT and brackets in SEARCH;
 * dynamic labels (`${…}` is shown as written); other accounts' metrics. Messages of refusals are ours.
 *
 * By design: metrics live in `metrics.db`, summed up by the minute; after 15 days by five minutes, after 63 days by the
 * hour, after 455 days they are gone. Over two million minutes those older than three days are made coarser early.
 * Values are written every five seconds and before every read; the death of the program loses what came since.
 * Percentiles and trimmed statistics come from a histogram with an error of at most 1 % of the value; of StatisticValues
 * only count, sum, minimum and maximum are exact. At most 50,000 metrics are kept.
 *
 * Client quirks: the SDK packs larger PutMetricData requests with gzip and speaks CBOR or JSON; older clients speak the
 * query protocol.
 */
import { metricsMigrations } from '../../store/migrations/0100-cloudwatch-metrics.ts';
import { openSideDatabase } from '../../store/open-side-database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import { createMetricWriter, type Metrics } from './metric-writer.ts';
import { createMetricsRepository } from './repository.ts';
import { startRollUp } from './roll-up.ts';

export type { Meter, Metrics, MeterTarget } from './metric-writer.ts';

export interface CloudWatchOptions {
  /** The open data folder; the metrics' own file is made in it. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of values that were lost and of failures of the roll-up. */
  readonly onFailure: (message: string, error: unknown) => void;
}

/** Throws a StoreError like `openStore`. */
export function createCloudWatchService({ folder, now, onFailure }: CloudWatchOptions): {
  readonly service: Service;
  readonly metrics: Metrics;
} {
  const database = openSideDatabase(folder, 'metrics.db', metricsMigrations);
  const repository = createMetricsRepository(database);
  const writer = createMetricWriter({
    repository,
    onLost: (count, error) => onFailure(`${count} metric values could not be written`, error),
  });
  const stopRollUp = startRollUp(repository, now, (error) =>
    onFailure('Metrics could not be rolled up', error),
  );
  return {
    service: {
      name: 'cloudwatch',
      operations: bindOperations(operations, { repository, writer, now }),
      async close() {
        await stopRollUp();
        writer.close();
        database.close();
      },
    },
    metrics: writer,
  };
}
