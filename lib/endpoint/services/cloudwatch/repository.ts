import { assertInvariant } from '../../../shared/invariant.ts';
import type { Database, SqlRow } from '../../store/database.ts';
import {
  dimensionsText,
  parseDimensions,
  type Bucket,
  type MetricKey,
  type MetricRecord,
  type Place,
} from './records.ts';
import { decodeSketch, encodeSketch } from './sketch.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

export type MetricsRepository = ReturnType<typeof createMetricsRepository>;

export interface BucketRow extends Bucket {
  readonly metricId: number;
}

/** Ids of metrics are remembered up to this many; more are looked up. */
const knownIdsMax = 20_000;

/** All SQL of CloudWatch. */
export function createMetricsRepository(database: Database) {
  return {
    transaction: <T>(work: () => T): T => database.transaction(work),
    ...metricQueries(database),
    ...bucketQueries(database),
    ...ageQueries(database),
  };
}

function metricQueries(database: Database) {
  const columns = 'id, account_id, region, namespace, name, dimensions, last_ms';
  const knownIds = new Map<string, number>();
  const where =
    'account_id = :accountId AND region = :region AND namespace = :namespace AND name = :name AND dimensions = :dimensions';
  const bound = (key: MetricKey) => ({
    accountId: key.accountId,
    region: key.region,
    namespace: key.namespace,
    name: key.name,
    dimensions: dimensionsText(key.dimensions),
  });
  return {
    findMetric(key: MetricKey): MetricRecord | undefined {
      const row = database
        .statement(`SELECT ${columns} FROM cloudwatch_metric WHERE ${where}`)
        .get(bound(key));
      return row && toMetric(row);
    },
    hasMetric(key: MetricKey): boolean {
      return knownIds.has(JSON.stringify(bound(key))) || this.findMetric(key) !== undefined;
    },
    /** The metric's id; made when it is new. Call in a transaction. */
    touchMetric(key: MetricKey, lastMs: number): number {
      const values = bound(key);
      const text = JSON.stringify(values);
      const known = knownIds.get(text);
      if (known !== undefined) {
        database
          .statement('UPDATE cloudwatch_metric SET last_ms = :lastMs WHERE id = :id AND last_ms < :lastMs')
          .run({ id: known, lastMs });
        return known;
      }
      database
        .statement(
          `INSERT INTO cloudwatch_metric (account_id, region, namespace, name, dimensions, last_ms)
           VALUES (:accountId, :region, :namespace, :name, :dimensions, :lastMs)
           ON CONFLICT DO UPDATE SET last_ms = max(last_ms, excluded.last_ms)`,
        )
        .run({ ...values, lastMs });
      const row = database.statement(`SELECT id FROM cloudwatch_metric WHERE ${where}`).get(values);
      assertInvariant(row, 'a metric was not found right after it was written');
      if (knownIds.size >= knownIdsMax) knownIds.clear();
      knownIds.set(text, Number(row.id));
      return Number(row.id);
    },
    /** Ids may be wrong after a transaction was undone. */
    forgetIds(): void {
      knownIds.clear();
    },
    countMetrics(): number {
      return Number(database.statement('SELECT count(*) AS count FROM cloudwatch_metric').get()?.count ?? 0);
    },
    /** In order of id; namespace and name may be left open (empty). */
    listMetrics(
      place: Place,
      filter: { namespace: string; name: string; sinceMs: number; afterId: number; limit: number },
    ): MetricRecord[] {
      const { accountId, region } = place;
      return database
        .statement(
          `SELECT ${columns} FROM cloudwatch_metric
           WHERE account_id = :accountId AND region = :region AND id > :afterId AND last_ms >= :sinceMs
             AND (:namespace = '' OR namespace = :namespace) AND (:name = '' OR name = :name)
           ORDER BY id LIMIT :limit`,
        )
        .all({ accountId, region, ...filter })
        .map(toMetric);
    },
  };
}

function bucketQueries(database: Database) {
  const columns = 'metric_id, period, start, unit, count, sum, min, max, bins';
  return {
    /** Adds a tally to its bucket. Call in a transaction. */
    addToBucket({ metricId, period, start, unit, tally }: BucketRow): void {
      const row = database
        .statement(
          `SELECT ${columns} FROM cloudwatch_bucket
           WHERE metric_id = :metricId AND period = :period AND start = :start AND unit = :unit`,
        )
        .get({ metricId, period, start, unit });
      const merged = row ? toTally(row) : emptyTally();
      mergeTally(merged, tally);
      database
        .statement(
          `INSERT INTO cloudwatch_bucket (${columns})
           VALUES (:metricId, :period, :start, :unit, :count, :sum, :min, :max, :bins)
           ON CONFLICT DO UPDATE SET count = excluded.count, sum = excluded.sum, min = excluded.min,
             max = excluded.max, bins = excluded.bins`,
        )
        .run({
          metricId,
          period,
          start,
          unit,
          count: merged.count,
          sum: merged.sum,
          min: merged.min,
          max: merged.max,
          bins: merged.sketch ? encodeSketch(merged.sketch) : null,
        });
    },
    /** Buckets no longer than `periodMax` that start in `[from, to)`, seconds; with their histograms on demand. */
    readBuckets(
      metricId: number,
      range: { from: number; to: number; periodMax: number },
      needsBins: boolean,
      limit: number,
    ): BucketRow[] {
      return database
        .statement(
          `SELECT metric_id, period, start, unit, count, sum, min, max, ${needsBins ? 'bins' : 'NULL AS bins'}
           FROM cloudwatch_bucket
           WHERE metric_id = :metricId AND period IN (60, 300, 3600) AND period <= :periodMax
             AND start >= :from AND start < :to LIMIT :limit`,
        )
        .all({ metricId, ...range, limit })
        .map(toBucket);
    },
  };
}

function ageQueries(database: Database) {
  return {
    countBuckets(period: number): number {
      return Number(
        database
          .statement('SELECT count(*) AS count FROM cloudwatch_bucket WHERE period = :period')
          .get({ period })?.count ?? 0,
      );
    },
    oldestBuckets(period: number, before: number, limit: number): BucketRow[] {
      return database
        .statement(
          `SELECT metric_id, period, start, unit, count, sum, min, max, bins FROM cloudwatch_bucket
           WHERE period = :period AND start < :before ORDER BY start LIMIT :limit`,
        )
        .all({ period, before, limit })
        .map(toBucket);
    },
    deleteBucket({ metricId, period, start, unit }: BucketRow): void {
      database
        .statement(
          `DELETE FROM cloudwatch_bucket
           WHERE metric_id = :metricId AND period = :period AND start = :start AND unit = :unit`,
        )
        .run({ metricId, period, start, unit });
    },
    /** Metrics whose values are all gone. */
    deleteMetricsBefore(beforeMs: number): number {
      return database.statement('DELETE FROM cloudwatch_metric WHERE last_ms < :beforeMs').run({ beforeMs })
        .changes;
    },
  };
}

function toMetric(row: SqlRow): MetricRecord {
  return {
    id: Number(row.id),
    accountId: String(row.account_id),
    region: String(row.region),
    namespace: String(row.namespace),
    name: String(row.name),
    dimensions: parseDimensions(String(row.dimensions)),
    lastMs: Number(row.last_ms),
  };
}

function toBucket(row: SqlRow): BucketRow {
  return {
    metricId: Number(row.metric_id),
    period: Number(row.period),
    start: Number(row.start),
    unit: String(row.unit),
    tally: toTally(row),
  };
}

function toTally(row: SqlRow): Tally {
  return {
    count: Number(row.count),
    sum: Number(row.sum),
    min: Number(row.min),
    max: Number(row.max),
    sketch: row.bins instanceof Uint8Array ? decodeSketch(row.bins) : undefined,
  };
}
