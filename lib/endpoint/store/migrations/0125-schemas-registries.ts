import type { Migration } from './migration.ts';

/** `latest` is the number of the newest version there ever was, so that a number is not given twice. */
export const schemasRegistries: Migration = {
  number: 125,
  name: 'schemas-registries',
  sql: `
    CREATE TABLE schemas_registry (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      name TEXT NOT NULL,
      description TEXT NOT NULL,
      tags TEXT NOT NULL,
      PRIMARY KEY (account_id, region, name)
    ) STRICT;

    CREATE TABLE schemas_schema (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      registry TEXT NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      description TEXT NOT NULL,
      tags TEXT NOT NULL,
      latest INTEGER NOT NULL,
      modified_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, registry, name)
    ) STRICT;

    CREATE TABLE schemas_version (
      account_id TEXT NOT NULL,
      region TEXT NOT NULL,
      registry TEXT NOT NULL,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      type TEXT NOT NULL,
      content TEXT NOT NULL,
      client_token TEXT,
      created_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, region, registry, name, version)
    ) STRICT;
  `,
};
