import type { Migration } from './migration.ts';

/**
 * Metrics live in a file of their own (`metrics.db`). A bucket sums up one metric and unit over 60, 300 or 3600
 * seconds; `bins` is a histogram (see services/cloudwatch/sketch.ts), NULL where all values are the same.
 */
export const cloudwatchMetrics: Migration = {
  number: 100,
  name: 'cloudwatch-metrics',
  sql: `
    CREATE TABLE cloudwatch_metric (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      namespace TEXT NOT NULL,
      name TEXT NOT NULL,
      dimensions TEXT NOT NULL,
      last_ms INTEGER NOT NULL,
      UNIQUE (account_id, region, namespace, name, dimensions)
    ) STRICT;

    CREATE TABLE cloudwatch_bucket (
      metric_id INTEGER NOT NULL,
      period INTEGER NOT NULL,
      start INTEGER NOT NULL,
      unit TEXT NOT NULL,
      count REAL NOT NULL,
      sum REAL NOT NULL,
      min REAL NOT NULL,
      max REAL NOT NULL,
      bins BLOB,
      PRIMARY KEY (metric_id, period, start, unit)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX cloudwatch_bucket_by_age ON cloudwatch_bucket (period, start);
  `,
};

/** Every step of `metrics.db`, in order of number. */
export const metricsMigrations: readonly Migration[] = [cloudwatchMetrics];
