import type { Migration } from './migration.ts';

/**
 * A published version is a copy of its function's row; `latest_description` is the description `$LATEST` had then,
 * since publishing may give the copy another one. The counter outlives the function: numbers are never reused.
 */
export const lambdaVersions: Migration = {
  number: 30,
  name: 'lambda-versions',
  sql: `
    CREATE TABLE lambda_version (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      settings TEXT NOT NULL,
      latest_description TEXT NOT NULL,
      code_blob TEXT NOT NULL,
      code_size INTEGER NOT NULL,
      unpacked_size INTEGER NOT NULL,
      state TEXT NOT NULL,
      state_reason TEXT,
      state_reason_code TEXT,
      revision_id TEXT NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name, version),
      FOREIGN KEY (account_id, region, name) REFERENCES lambda_function ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX lambda_version_by_code ON lambda_version (code_blob);
    CREATE INDEX lambda_version_pending ON lambda_version (account_id, region, name, version)
      WHERE state = 'Pending';
    CREATE INDEX lambda_version_code_size ON lambda_version (account_id, region, code_blob, code_size);

    CREATE TABLE lambda_version_counter (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      last_version INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE lambda_alias (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      alias TEXT NOT NULL,
      version TEXT NOT NULL,
      description TEXT NOT NULL,
      weights TEXT NOT NULL,
      revision_id TEXT NOT NULL,
      PRIMARY KEY (account_id, region, name, alias),
      FOREIGN KEY (account_id, region, name) REFERENCES lambda_function ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
  `,
  blobColumns: [{ table: 'lambda_version', column: 'code_blob' }],
};
