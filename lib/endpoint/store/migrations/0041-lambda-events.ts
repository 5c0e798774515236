import type { Migration } from './migration.ts';

/**
 * An accepted asynchronous call is one row until it is settled: `due_ms` says when it may run (next). `attempts` counts
 * runs that ended in a function error, `postponements` those that could not begin. Settings go with their function,
 * version or alias, and so do waiting events with their function.
 */
export const lambdaEvents: Migration = {
  number: 41,
  name: 'lambda-events',
  sql: `
    CREATE TABLE lambda_event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      qualifier TEXT,
      request_id TEXT NOT NULL,
      payload BLOB NOT NULL,
      client_context TEXT,
      trace_header TEXT,
      accepted_ms INTEGER NOT NULL,
      due_ms INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      postponements INTEGER NOT NULL,
      hops INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX lambda_event_due ON lambda_event (account_id, region, name, due_ms, id);

    CREATE TABLE lambda_event_invoke_config (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      qualifier TEXT NOT NULL,
      retries INTEGER,
      age_seconds INTEGER,
      on_success TEXT,
      on_failure TEXT,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name, qualifier),
      FOREIGN KEY (account_id, region, name) REFERENCES lambda_function ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER lambda_function_gone AFTER DELETE ON lambda_function BEGIN
      DELETE FROM lambda_event WHERE account_id = old.account_id AND region = old.region AND name = old.name;
    END;

    CREATE TRIGGER lambda_version_gone AFTER DELETE ON lambda_version BEGIN
      DELETE FROM lambda_event_invoke_config WHERE account_id = old.account_id AND region = old.region
        AND name = old.name AND qualifier = CAST(old.version AS TEXT);
    END;

    CREATE TRIGGER lambda_alias_gone AFTER DELETE ON lambda_alias BEGIN
      DELETE FROM lambda_event_invoke_config WHERE account_id = old.account_id AND region = old.region
        AND name = old.name AND qualifier = old.alias;
    END;
  `,
};
