import type { Migration } from './migration.ts';

/** One policy for a function without a qualifier (empty text), for each version and for each alias. */
export const lambdaPolicies: Migration = {
  number: 33,
  name: 'lambda-policies',
  sql: `
    CREATE TABLE lambda_policy (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      qualifier TEXT NOT NULL,
      statements TEXT NOT NULL,
      PRIMARY KEY (account_id, region, name, qualifier),
      FOREIGN KEY (account_id, region, name) REFERENCES lambda_function ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
  `,
};
