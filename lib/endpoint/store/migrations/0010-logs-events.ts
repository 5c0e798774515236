import { logsSubscriptions } from './0011-logs-subscriptions.ts';
import { logsQueryDefinitions } from './0012-logs-query-definitions.ts';
import type { Migration } from './migration.ts';

/**
 * Log events live in a file of their own (`logs.db`), so that a function's output neither grows the control plane's
 * file nor waits for its fsync. An event's id only grows: live tails and page tokens rely on it.
 */
export const logsEvents: Migration = {
  number: 10,
  name: 'logs-events',
  sql: `
    CREATE TABLE logs_group (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      retention_days INTEGER,
      stored_bytes INTEGER NOT NULL DEFAULT 0,
      tags TEXT NOT NULL DEFAULT '{}',
      UNIQUE (account_id, region, name)
    ) STRICT;

    CREATE TABLE logs_stream (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      group_id INTEGER NOT NULL,
      name TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      first_event_ms INTEGER,
      last_event_ms INTEGER,
      last_ingestion_ms INTEGER,
      UNIQUE (group_id, name)
    ) STRICT;

    CREATE INDEX logs_stream_by_last_event ON logs_stream (group_id, ifnull(last_event_ms, 0), name);

    CREATE TABLE logs_event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      group_id INTEGER NOT NULL,
      stream_id INTEGER NOT NULL,
      timestamp_ms INTEGER NOT NULL,
      ingested_ms INTEGER NOT NULL,
      byte_count INTEGER NOT NULL,
      message TEXT NOT NULL
    ) STRICT;

    CREATE INDEX logs_event_by_group ON logs_event (group_id, timestamp_ms, id);
    CREATE INDEX logs_event_by_stream ON logs_event (stream_id, timestamp_ms, id);

    CREATE TABLE logs_removed_stream (
      stream_id INTEGER PRIMARY KEY
    ) STRICT;
  `,
};

/** Every step of `logs.db`, in order of number. */
export const logsMigrations: readonly Migration[] = [logsEvents, logsSubscriptions, logsQueryDefinitions];
