import type { Migration } from './migration.ts';

/** Material of keys is wrapped by a key in a file of its own; `deletion_ms` is when a key that waits for its end goes. */
export const kmsKeys: Migration = {
  number: 65,
  name: 'kms-keys',
  sql: `
    CREATE TABLE kms_key (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      id TEXT NOT NULL,
      material BLOB NOT NULL,
      description TEXT NOT NULL,
      tags TEXT NOT NULL,
      is_enabled INTEGER NOT NULL,
      created_ms INTEGER NOT NULL,
      deletion_ms INTEGER,
      PRIMARY KEY (account_id, region, id)
    ) STRICT;

    CREATE TABLE kms_alias (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      key_id TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, name),
      FOREIGN KEY (account_id, region, key_id) REFERENCES kms_key ON DELETE CASCADE
    ) STRICT;
  `,
};
