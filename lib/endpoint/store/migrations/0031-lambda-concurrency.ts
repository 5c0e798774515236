import type { Migration } from './migration.ts';

/** Concurrency reserved for functions; most have none, so it is no column of theirs. */
export const lambdaConcurrency: Migration = {
  number: 31,
  name: 'lambda-concurrency',
  sql: `
    CREATE TABLE lambda_reserved_concurrency (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      reserved INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name),
      FOREIGN KEY (account_id, region, name) REFERENCES lambda_function ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
  `,
};
