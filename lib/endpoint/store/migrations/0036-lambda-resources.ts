import type { Migration } from './migration.ts';

/** What stands beside functions and is shared by them: code signing configurations and capacity providers. */
export const lambdaResources: Migration = {
  number: 36,
  name: 'lambda-resources',
  sql: `
    CREATE TABLE lambda_resource (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      document TEXT NOT NULL,
      tags TEXT NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, kind, name)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX lambda_option_value ON lambda_option (account_id, region, option, value, name);
  `,
};
