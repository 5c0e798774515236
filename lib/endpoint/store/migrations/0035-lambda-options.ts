import type { Migration } from './migration.ts';

/** Settings that belong to no configuration: of a function (empty qualifier) or of one of its versions. */
export const lambdaOptions: Migration = {
  number: 35,
  name: 'lambda-options',
  sql: `
    CREATE TABLE lambda_option (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      qualifier TEXT NOT NULL,
      option TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (account_id, region, name, qualifier, option),
      FOREIGN KEY (account_id, region, name) REFERENCES lambda_function ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
  `,
};
