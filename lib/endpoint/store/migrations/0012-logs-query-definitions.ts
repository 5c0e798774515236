import type { Migration } from './migration.ts';

/** Saved queries of Logs Insights. */
export const logsQueryDefinitions: Migration = {
  number: 12,
  name: 'logs-query-definitions',
  sql: `
    CREATE TABLE logs_query_definition (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      query_string TEXT NOT NULL,
      log_groups TEXT NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, id)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX logs_query_definition_by_name ON logs_query_definition (account_id, region, name, id);
  `,
};
