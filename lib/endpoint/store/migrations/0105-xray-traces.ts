import type { Migration } from './migration.ts';

/**
 * Traces live in a file of their own (`traces.db`). `facts` sums up a trace for lists, filters and the service graph
 * (see services/xray/facts.ts), so that none of these reads documents.
 */
export const xrayTraces: Migration = {
  number: 105,
  name: 'xray-traces',
  sql: `
    CREATE TABLE xray_trace (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      trace_id TEXT NOT NULL,
      started_ms INTEGER NOT NULL,
      updated_ms INTEGER NOT NULL,
      ended_ms INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      is_cut INTEGER NOT NULL,
      facts TEXT NOT NULL,
      PRIMARY KEY (account_id, region, trace_id)
    ) STRICT;

    CREATE INDEX xray_trace_by_start ON xray_trace (account_id, region, started_ms, trace_id);
    CREATE INDEX xray_trace_by_update ON xray_trace (account_id, region, updated_ms, trace_id);
    CREATE INDEX xray_trace_by_end ON xray_trace (account_id, region, ended_ms, trace_id);
    CREATE INDEX xray_trace_by_age ON xray_trace (updated_ms);

    CREATE TABLE xray_segment (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      trace_id TEXT NOT NULL,
      segment_id TEXT NOT NULL,
      document TEXT NOT NULL,
      PRIMARY KEY (account_id, region, trace_id, segment_id)
    ) STRICT;
  `,
};

/** Every step of `traces.db`, in order of number. */
export const tracesMigrations: readonly Migration[] = [xrayTraces];
