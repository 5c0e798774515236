import type { Migration } from './migration.ts';

/** Event source mappings. `settings` has what callers set; the function and the source are columns to be found by. */
export const lambdaMappings: Migration = {
  number: 42,
  name: 'lambda-mappings',
  sql: `
    CREATE TABLE lambda_mapping (
      uuid TEXT PRIMARY KEY,
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      function_name TEXT NOT NULL,
      qualifier TEXT,
      source_arn TEXT,
      settings TEXT NOT NULL,
      state TEXT NOT NULL,
      modified_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX lambda_mapping_place ON lambda_mapping (account_id, region, uuid);
    CREATE INDEX lambda_mapping_function ON lambda_mapping (account_id, region, function_name);
  `,
};
