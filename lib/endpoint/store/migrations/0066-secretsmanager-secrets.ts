import type { Migration } from './migration.ts';

/** Values lie in `sealed`, encrypted by a key of KMS; `deletion_ms` is when a secret that was deleted goes for good. */
export const secretsManagerSecrets: Migration = {
  number: 66,
  name: 'secretsmanager-secrets',
  sql: `
    CREATE TABLE secretsmanager_secret (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      suffix TEXT NOT NULL,
      description TEXT,
      kms_key TEXT,
      tags TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      changed_ms INTEGER NOT NULL,
      accessed_ms INTEGER,
      deleted_ms INTEGER,
      deletion_ms INTEGER,
      PRIMARY KEY (account_id, region, name)
    ) STRICT;
    CREATE INDEX secretsmanager_secret_by_creation ON secretsmanager_secret (account_id, region, created_ms, name);
    CREATE INDEX secretsmanager_secret_by_change ON secretsmanager_secret (account_id, region, changed_ms, name);
    CREATE INDEX secretsmanager_secret_by_deletion ON secretsmanager_secret (deletion_ms) WHERE deletion_ms IS NOT NULL;

    CREATE TABLE secretsmanager_version (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      id TEXT NOT NULL,
      sealed BLOB NOT NULL,
      is_binary INTEGER NOT NULL,
      key_arn TEXT NOT NULL,
      stages TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      accessed_ms INTEGER,
      PRIMARY KEY (account_id, region, name, id),
      FOREIGN KEY (account_id, region, name) REFERENCES secretsmanager_secret ON DELETE CASCADE
    ) STRICT;
  `,
};
