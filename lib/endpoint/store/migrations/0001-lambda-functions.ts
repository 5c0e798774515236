import type { Migration } from './migration.ts';

/**
 * A function is one row. `settings` is what was asked for last and is what Get* shows; while an update is in
 * progress `running_settings` and `running_code_blob` hold what invocations still run.
 */
export const lambdaFunctions: Migration = {
  number: 1,
  name: 'lambda-functions',
  sql: `
    CREATE TABLE lambda_function (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      settings TEXT NOT NULL,
      code_blob TEXT NOT NULL,
      code_size INTEGER NOT NULL,
      unpacked_size INTEGER NOT NULL,
      running_settings TEXT,
      running_code_blob TEXT,
      tags TEXT NOT NULL,
      state TEXT NOT NULL,
      state_reason TEXT,
      state_reason_code TEXT,
      last_update_status TEXT,
      revision_id TEXT NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX lambda_function_by_code ON lambda_function (code_blob);
    CREATE INDEX lambda_function_by_running_code ON lambda_function (running_code_blob)
      WHERE running_code_blob IS NOT NULL;
    CREATE INDEX lambda_function_in_transition ON lambda_function (account_id, region, name)
      WHERE state = 'Pending' OR last_update_status = 'InProgress';
    CREATE INDEX lambda_function_code_size ON lambda_function (account_id, region, code_size);

    CREATE TABLE lambda_secret (
      name TEXT PRIMARY KEY,
      value BLOB NOT NULL
    ) STRICT;
  `,
  blobColumns: [
    { table: 'lambda_function', column: 'code_blob' },
    { table: 'lambda_function', column: 'running_code_blob' },
  ],
};
