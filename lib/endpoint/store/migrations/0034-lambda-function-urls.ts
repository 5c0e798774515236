import type { Migration } from './migration.ts';

/** A URL of a function (empty alias) or of an alias, which it outlives. */
export const lambdaFunctionUrls: Migration = {
  number: 34,
  name: 'lambda-function-urls',
  sql: `
    CREATE TABLE lambda_function_url (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      alias TEXT NOT NULL,
      url_id TEXT NOT NULL UNIQUE,
      auth_type TEXT NOT NULL,
      cors TEXT,
      invoke_mode TEXT,
      created_ms INTEGER NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name, alias),
      FOREIGN KEY (account_id, region, name) REFERENCES lambda_function ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
  `,
};
