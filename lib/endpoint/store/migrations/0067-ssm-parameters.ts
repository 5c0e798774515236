import type { Migration } from './migration.ts';

/** `version` of a parameter is its newest one; values of secure strings are encrypted by a key of KMS. */
export const ssmParameters: Migration = {
  number: 67,
  name: 'ssm-parameters',
  sql: `
    CREATE TABLE ssm_parameter (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      tags TEXT NOT NULL,
      PRIMARY KEY (account_id, region, name)
    ) STRICT;

    CREATE TABLE ssm_version (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      type TEXT NOT NULL,
      value BLOB NOT NULL,
      key_id TEXT,
      description TEXT,
      allowed_pattern TEXT,
      tier TEXT NOT NULL,
      labels TEXT NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name, version),
      FOREIGN KEY (account_id, region, name) REFERENCES ssm_parameter ON DELETE CASCADE
    ) STRICT;
  `,
};
